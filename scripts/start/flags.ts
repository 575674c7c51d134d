/**
 * How the server's memory is kept, for V8. Much of what an answer needs is forgotten with it: more room for the
 * young saves work, and letting the old grow by no more than four fifths between two collections keeps a server
 * that was rushed under 350 MB (docs/benchmarks.md).
 */
export const serverFlags = ["--max-semi-space-size=32", "--heap-growing-percent=80"];
