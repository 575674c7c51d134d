import type { ReactNode } from "react";
import { Form, type FormAction } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Removing something, behind a fold that says first what goes with it. Works without JavaScript. */
export function Removal({
  action,
  title,
  button,
  children,
}: {
  action: FormAction;
  title: string;
  button: string;
  children: ReactNode;
}) {
  return (
    <details className="mt-10 max-w-[640px] border-y border-line py-1">
      <summary className="flex min-h-11 items-center font-semibold text-action">{title}</summary>
      <Form action={action} className="grid gap-3 pb-4">
        <input type="hidden" name="move" value="remove" />
        {children}
        <div>
          <SubmitButton look="danger">{button}</SubmitButton>
        </div>
      </Form>
    </details>
  );
}
