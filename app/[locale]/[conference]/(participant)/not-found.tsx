import { MissingPage } from "@/components/conferences/missing-page";

export default MissingPage;
