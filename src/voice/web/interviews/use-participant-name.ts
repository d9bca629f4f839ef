import { useTranslation } from "react-i18next";
import type { Interview } from "../../interviews/model.ts";

/** What a participant is called; once their consent has ended, nobody. */
export function useParticipantName(): (interview: Pick<Interview, "pseudonym">) => string {
  const { t } = useTranslation("interviews");
  return ({ pseudonym }) => (pseudonym === "" ? t("nobody") : pseudonym);
}
