import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageShell } from "@/components/ui/page-shell";
import { db } from "@/db/client";
import { requirePerson } from "@/lib/auth/actors";
import { loadConference } from "@/lib/conferences/queries";
import { eraseMyAccount } from "@/lib/erasures/actions";
import { isLastOwner } from "@/lib/erasures/queries";
import { EraseForm } from "../_components/erase-form";

type Props = PageProps<"/[locale]/[conference]/my-data/erase">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("myData.erase");
  return { title: t("title") };
}

export default async function ErasePage({ params }: Props) {
  const conference = await loadConference(await params);
  const person = await requirePerson();
  const t = await getTranslations("myData.erase");
  const lastOwner = await isLastOwner(db, person);
  const back = `/${conference.reader}/${conference.slug}/my-data`;
  const words = {
    confirm: t("confirm"),
    hint: t("hint", { email: person.email }),
    button: t("button"),
    busy: t("busy"),
    cancel: t("cancel"),
  };
  return (
    <PageShell title={t("title")}>
      <div className="grid max-w-[68ch] gap-8">
        <section>
          <h2 className="mb-2 text-xl">{t("goes")}</h2>
          <p>{t("goesList")}</p>
        </section>
        <section>
          <h2 className="mb-2 text-xl">{t("stays")}</h2>
          <ul className="grid list-disc gap-2 pl-5">
            <li>{t("staysLog", { number: person.number })}</li>
            <li>{t("staysTexts")}</li>
            <li>{t("staysBackups")}</li>
            <li>{t("staysMail")}</li>
          </ul>
        </section>
        {lastOwner ? (
          <>
            <Notice tone="warn">{t("lastOwner")}</Notice>
            <p>
              <ButtonLink look="secondary" href={back}>
                {t("cancel")}
              </ButtonLink>
            </p>
          </>
        ) : (
          <EraseForm erase={eraseMyAccount.bind(null, conference.slug)} words={words} back={back} />
        )}
      </div>
    </PageShell>
  );
}
