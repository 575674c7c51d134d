/** Where the layout leaves the words for a fault: they are needed when nothing can be asked for any more. */
export const FAULT_WORDS = "fault-words";
