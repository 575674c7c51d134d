import path from "node:path";
import ts from "typescript";

export type Import = { specifier: string; target: string; typeOnly: boolean; line: number };

/** A source file as the rules see it: its place from the root, its directive and what it imports. */
export type Source = {
  file: string;
  directive: "use client" | "use server" | undefined;
  imports: Import[];
  tree: ts.SourceFile;
};

/** Where an import leads: a path from the root without its ending, or the package's name as written. */
function targetOf(file: string, specifier: string): string {
  const bare = specifier.replace(/\.(m?[jt]sx?)$/, "");
  if (bare.startsWith("@/")) return bare.slice(2);
  if (bare.startsWith(".")) return path.posix.join(path.posix.dirname(file), bare);
  return specifier;
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Calls `visit` for every node of the file. */
export function walk(tree: ts.SourceFile, visit: (node: ts.Node) => void) {
  const step = (node: ts.Node) => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(tree);
}

function typeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const call = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const statement = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const named = call ? node.arguments[0] : statement ? node.moduleSpecifier : undefined;
    if (!named || !ts.isStringLiteral(named)) return;
    found.push({
      specifier: named.text,
      target: targetOf(file, named.text),
      typeOnly: statement && typeOnly(node),
      line: lineOf(tree, node),
    });
  });
  return found;
}

/** Reads one file; `file` is its path from the root, with forward slashes. */
export function readSource(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const first = tree.statements[0];
  const written =
    first && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression)
      ? first.expression.text
      : "";
  const directive = written === "use client" || written === "use server" ? written : undefined;
  return { file, directive, imports: importsOf(file, tree), tree };
}
