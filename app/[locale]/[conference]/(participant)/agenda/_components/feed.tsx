import { getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/components/people/one-button-form";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { db } from "@/db/client";
import type { Guest } from "@/lib/auth/actors";
import type { Conference } from "@/lib/conferences/queries";
import { env } from "@/lib/env";
import { makeFeedAction, renewFeedAction, revokeFeedAction } from "@/lib/feeds/actions";
import { findFeed } from "@/lib/feeds/queries";
import { feedAddress, webcalAddress } from "@/lib/feeds/rules";
import type { Locale } from "@/lib/i18n/locales";
import { CopyField } from "./copy-field";

/** The private calendar feed: made, shown, replaced, ended. */
export async function Feed({
  conference: { slug, reader },
  guest,
}: {
  conference: Conference & { reader: Locale };
  guest: Guest;
}) {
  const [t, feed] = await Promise.all([getTranslations("agenda.feed"), findFeed(db, guest)]);
  const busy = t("busy");
  const address = feed?.key ? feedAddress(env().BASE_URL, feed.key) : null;
  return (
    <Panel id="calendar" title={t("title")}>
      <p className="mb-4 text-sm text-ink-2">{t("lead")}</p>
      {feed ? null : (
        <OneButtonForm
          look="secondary"
          className="w-full"
          action={makeFeedAction.bind(null, slug, reader)}
          label={t("make")}
          busy={busy}
        />
      )}
      {address ? (
        <div className="grid gap-2.5">
          <CopyField
            text={address}
            words={{ label: t("address"), copy: t("copy"), copied: t("copied"), hint: t("hint") }}
          />
          <ButtonLink look="secondary" href={webcalAddress(address)}>
            {t("open")}
          </ButtonLink>
        </div>
      ) : null}
      {feed && !address ? <p className="text-sm text-warn">{t("lost")}</p> : null}
      {feed ? (
        <details className="mt-3">
          <summary className="link inline-flex min-h-11 items-center text-sm">{t("change")}</summary>
          <div className="mt-2 grid gap-5">
            <div>
              <p className="mb-2 text-[13px] text-ink-2">{t("renewHint")}</p>
              <OneButtonForm
                look="secondary"
                size="small"
                action={renewFeedAction.bind(null, slug, reader)}
                label={t("renew")}
                busy={busy}
              />
            </div>
            <div>
              <p className="mb-2 text-[13px] text-ink-2">{t("revokeHint")}</p>
              <OneButtonForm
                look="danger"
                size="small"
                action={revokeFeedAction.bind(null, slug)}
                label={t("revoke")}
                busy={busy}
              />
            </div>
          </div>
        </details>
      ) : null}
    </Panel>
  );
}
