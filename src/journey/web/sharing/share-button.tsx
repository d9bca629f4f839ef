import { Button } from "@mantine/core";
import { Share2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "#workspace/web/index.ts";
import { useMap } from "../map-context.ts";
import screen from "../screen.module.css";

/** Opens the links of the journey, for those who may make one. */
export function ShareButton() {
  const { t } = useTranslation("sharing");
  const { openPanel } = useMap();
  if (!useMay("journey:edit")) return null;
  return (
    <Button
      className={screen["add"] ?? ""}
      leftSection={<Share2 size={15} aria-hidden />}
      aria-label={t("share")}
      onClick={() => openPanel("share")}
    >
      {t("share")}
    </Button>
  );
}
