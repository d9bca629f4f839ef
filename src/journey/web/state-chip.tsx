import { Menu } from "@mantine/core";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { type JourneyState, journeyStates } from "../model.ts";
import classes from "./screen.module.css";
import { useJourneyChange } from "./use-journey-change.ts";

/** Whether the journey is drawn as it is lived or as it is wanted. */
export function StateChip({
  journeyId,
  workspaceId,
  state,
  isEditor,
}: {
  journeyId: string;
  workspaceId: string;
  state: JourneyState;
  isEditor: boolean;
}) {
  const { t } = useTranslation("journey");
  const words = useErrorWords();
  const change = useJourneyChange({ id: journeyId, workspaceId });
  const shown = (change.isPending ? change.variables.state : undefined) ?? state;
  if (!isEditor) return <span className={classes["chip"]}>{t(`state.${shown}`)}</span>;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className={classes["chip"]} aria-label={t("stateIs", { state: t(`state.${shown}`) })}>
          {t(`state.${shown}`)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {journeyStates.map((choice) => (
          <Menu.Item
            key={choice}
            rightSection={choice === shown ? <Check size={14} aria-hidden /> : undefined}
            aria-current={choice === shown}
            onClick={() => change.mutate({ state: choice }, { onError: (error) => toastError(words(error)) })}
          >
            {t(`stateLong.${choice}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
