import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, call } from "#ui/call.ts";
import { ErrorNote } from "#ui/error-state.tsx";
import { type SharedJourney, unlockShared } from "../../api/shares.ts";
import classes from "./shared.module.css";

/** Asks for the password of a link. It is kept nowhere: the page asks again when it is opened again. */
export function SharedDoor({ token, onOpen }: { token: string; onOpen: (journey: SharedJourney) => void }) {
  const { t } = useTranslation("sharing");
  const [password, setPassword] = useState("");
  const unlock = useMutation({
    mutationFn: () => call(unlockShared, { params: { token }, body: { password } }),
    onSuccess: onOpen,
  });
  const isWrong = unlock.error instanceof ApiError && unlock.error.issues[0]?.code === "wrongPassword";
  return (
    <form
      className={classes["door"]}
      onSubmit={(event) => {
        event.preventDefault();
        unlock.mutate();
      }}
    >
      <Lock size={28} strokeWidth={1.5} aria-hidden />
      <h1>{t("locked")}</h1>
      <p>{t("lockedText")}</p>
      <PasswordInput
        label={t("password")}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The page has nothing else to offer.
        autoFocus
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        required
        error={isWrong && t("wrongPassword")}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {!isWrong && <ErrorNote error={unlock.error} />}
      <Button type="submit" loading={unlock.isPending}>
        {t("unlock")}
      </Button>
    </form>
  );
}
