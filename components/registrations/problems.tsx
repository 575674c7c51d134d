import type { FormSpec, FormWords } from "./spec";

/** What the fields of the form are called, in its order. */
export function labelsOf(spec: FormSpec, words: FormWords): Record<string, string> {
  const { type, givenName, familyName, organisation, jobTitle, country, invitation } = words;
  const labels: Record<string, string> = { typeId: type, givenName, familyName, organisation, jobTitle };
  Object.assign(labels, { country, invitation });
  for (const { key, label } of [...spec.questions, ...spec.sensitive]) labels[key] = label;
  return labels;
}

/** Where to look, as links: for those who cannot see the marks and for browsers without scripts. */
export function Problems({
  fields,
  spec,
  words,
}: {
  fields: Record<string, string[]>;
  spec: FormSpec;
  words: FormWords;
}) {
  const labels = labelsOf(spec, words);
  for (const { name } of spec.consents) labels[name] = words.consents;
  const order = Object.keys(labels);
  const names = Object.keys(fields).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <ul className="list-disc pl-5">
      {names.map((name) => (
        <li key={name}>
          <a href={`#${name}`} className="inline-block py-0.5 underline underline-offset-4">
            {labels[name] ?? name}
          </a>
        </li>
      ))}
    </ul>
  );
}
