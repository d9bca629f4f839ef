import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { acceptInvitation } from "../api.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";

/** Where an invitation link leads; the address it was made for is known to the server. */
export function InvitationScreen() {
  const { t } = useTranslation("workspace");
  const { token } = useSearch({ from: "/invitation" });
  return (
    <Door title={t("invitationTitle")}>
      {token === "" ? (
        <p>{t("tokenMissing")}</p>
      ) : (
        <>
          <p className="soft">{t("invitationText")}</p>
          <AccountForm
            action={t("invitationAction")}
            onMake={({ name, password, locale }) => call(acceptInvitation, { body: { token, name, password, locale } })}
          />
        </>
      )}
    </Door>
  );
}
