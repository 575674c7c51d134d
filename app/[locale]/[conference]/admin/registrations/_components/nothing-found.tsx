import { useTranslations } from "next-intl";
import { isFiltered } from "@/lib/registration-filters/rules";
import { type View, viewAddress } from "@/lib/registration-list/rules";

type Props = {
  base: string;
  view: View;
  /** How many of the same filter are in other states. */
  elsewhere: number;
  publicSite: string;
};

/** An empty list says why it is empty and what to do now. */
export function NothingFound({ base, view, elsewhere, publicSite }: Props) {
  const t = useTranslations("desk.registrations.none");
  const filtered = isFiltered({ ...view.filter, state: null });
  const anyState = base + viewAddress({ ...view, page: 1, filter: { ...view.filter, state: null } });
  return (
    <div className="max-w-[60ch] border-t border-line py-8 text-ink-2">
      {elsewhere > 0 ? (
        <p>
          {t("inState")}{" "}
          <a className="link reach" href={anyState}>
            {t("elsewhere", { count: elsewhere })}
          </a>
        </p>
      ) : filtered ? (
        <p>
          {t("filtered")}{" "}
          <a className="link reach" href={base}>
            {t("clear")}
          </a>
        </p>
      ) : (
        <p>
          {t("nobody")}{" "}
          <a className="link reach" href={publicSite}>
            {t("form")}
          </a>
        </p>
      )}
    </div>
  );
}
