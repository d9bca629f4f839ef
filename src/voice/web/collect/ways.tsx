import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SurveySummary } from "../../model.ts";
import { ByLink } from "./by-link.tsx";
import { OnKiosk } from "./on-kiosk.tsx";
import { OnSite } from "./on-site.tsx";
import classes from "./ways.module.css";

const ways = { link: ByLink, site: OnSite, kiosk: OnKiosk };

/** Every way to put the questions of a survey to customers. */
export function Ways({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("collect");
  const isLocal = /^(localhost|127\.|\[::1\])/.test(new URL(survey.url).hostname);
  return (
    <Tabs defaultValue="link" keepMounted={false} className={classes["ways"] ?? ""}>
      <Tabs.List aria-label={t("ways")}>
        {(Object.keys(ways) as (keyof typeof ways)[]).map((way) => (
          <Tabs.Tab key={way} value={way}>
            {t(`way.${way}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {isLocal && <p className={classes["local"]}>{t("local")}</p>}
      {Object.entries(ways).map(([way, Way]) => (
        <Tabs.Panel key={way} value={way} pt="md">
          <Way survey={survey} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
