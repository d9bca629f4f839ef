import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import type { SurveySummary } from "../../model.ts";
import { ByLink } from "./by-link.tsx";
import { ByStaff } from "./by-staff.tsx";
import { OnKiosk } from "./on-kiosk.tsx";
import { OnSite } from "./on-site.tsx";
import { isThisMachine } from "./this-machine.ts";
import classes from "./ways.module.css";

const ways = { link: ByLink, site: OnSite, kiosk: OnKiosk, staff: ByStaff };
type Way = keyof typeof ways;

/** Every way for the answers of customers to come in. */
export function Ways({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation("collect");
  const mayEnter = useMay("answer:enter");
  const isLocal = isThisMachine(survey.url);
  const offered = (Object.keys(ways) as Way[]).filter(
    (way) => way !== "staff" || (mayEnter && survey.state === "open"),
  );
  return (
    <Tabs defaultValue="link" keepMounted={false} className={classes["ways"] ?? ""}>
      <Tabs.List aria-label={t("ways")}>
        {offered.map((way) => (
          <Tabs.Tab key={way} value={way}>
            {t(`way.${way}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map((way) => {
        const Way = ways[way];
        return (
          <Tabs.Panel key={way} value={way} pt="md">
            {isLocal && way !== "staff" && <p className={classes["local"]}>{t("local")}</p>}
            <Way survey={survey} />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
