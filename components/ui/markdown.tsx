import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";

/** The organiser's text. Raw HTML is dropped, links keep only safe schemes (the library's default), images are not loaded. */
export function Markdown({ children, lang }: { children: string; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} skipHtml disallowedElements={["img", "h1"]} unwrapDisallowed>
        {children}
      </ReactMarkdown>
    </div>
  );
}
