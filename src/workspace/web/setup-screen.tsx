import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { call } from "#ui/call.ts";
import { createOwner, getSetup } from "../api.ts";
import { AccountForm } from "./account-form.tsx";
import { Door } from "./door.tsx";

/** Where the one-time link leads: it makes the owner. */
export function SetupScreen() {
  const { t } = useTranslation("workspace");
  const { token } = useSearch({ from: "/setup" });
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => call(getSetup) });
  return (
    <Door title={t("setupTitle")}>
      {setup.data?.needsOwner === false ? (
        <>
          <p>{t("setupDone")}</p>
          <p>
            <Link to="/sign-in">{t("signIn")}</Link>
          </p>
        </>
      ) : token === "" ? (
        <p>{t("tokenMissing")}</p>
      ) : (
        <>
          <p className="soft">{t("setupText")}</p>
          <AccountForm
            asksEmail
            action={t("setupAction")}
            onMake={(account) => call(createOwner, { body: { token, ...account } })}
          />
        </>
      )}
    </Door>
  );
}
