import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Takes something away from a person, after a second word that says what follows. Works without JavaScript. */
export function Withdraw({
  action,
  label,
  name,
  hint,
  button,
}: {
  action: FormAction;
  label: string;
  /** Whose, for those who hear it. */
  name: string;
  hint: string;
  button: string;
}) {
  return (
    <details className="sm:text-right">
      <summary className="link inline-flex min-h-11 list-none items-center text-sm [&::-webkit-details-marker]:hidden">
        {label}
        <span className="sr-only"> {name}</span>
      </summary>
      <Form action={action} className="grid gap-2 sm:justify-items-end">
        <p className="max-w-[40ch] text-left text-sm text-ink-2">{hint}</p>
        <SubmitButton look="danger" size="small">
          {button}
        </SubmitButton>
      </Form>
    </details>
  );
}
