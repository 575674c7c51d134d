import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Form, type FormAction, FormHidden, WhenFailed } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { RemovalFold } from "./removal-fold";

/** Removing something, behind a fold that says first what goes with it. Works without JavaScript. */
export async function Removal({
  action,
  title,
  button,
  version,
  here,
  children,
}: {
  action: FormAction;
  title: string;
  button: string;
  /** What is on the page: what others changed since is not removed unread. */
  version: number;
  /** The address of the page itself. */
  here: string;
  children: ReactNode;
}) {
  const t = await getTranslations("desk.programme.removal");
  return (
    <Form action={action} className="mt-10 grid max-w-[640px] gap-3">
      <RemovalFold title={title}>
        <FormHidden name="version" value={String(version)} />
        <input type="hidden" name="move" value="remove" />
        {children}
        <WhenFailed code="changed-meanwhile">
          <a className="link justify-self-start" href={here}>
            {t("look")}
          </a>
        </WhenFailed>
        <div>
          <SubmitButton look="danger">{button}</SubmitButton>
        </div>
      </RemovalFold>
    </Form>
  );
}
