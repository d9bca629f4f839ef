import { Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Check, ChevronDown, Plus, UserMinus, Users } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { PersonaTable, type Persona, usePersonas } from "#persona/web/index.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { limits } from "../../document.ts";
import { addPersona, removePersona } from "../../edit.ts";
import type { PersonaMark } from "../../persona-marks.ts";
import { useMap } from "../map-context.ts";
import { useScreen } from "../screen-context.ts";
import { PersonaDot, PersonaDots } from "./persona-dot.tsx";
import { PersonaLens } from "./persona-lens.tsx";
import classes from "./personas.module.css";
import { useMapPersonas } from "./use-map-personas.ts";
import { Dialog } from "#ui/dialog.tsx";

/** Of whom the map tells, and as whom one sees it. */
export function PersonaPicker() {
  const { t } = useTranslation("personas");
  const { search } = useScreen();
  const { editor } = useMap();
  const personas = useMapPersonas();
  const [isManaging, { open: manage, close }] = useDisclosure(false);
  const chip = useRef<HTMLButtonElement>(null);
  const seen = personas.find(({ id }) => id === search.persona);
  const add = ({ id }: Persona) => {
    if (personas.length < limits.personas) editor?.change((doc) => addPersona(doc, id));
  };
  if (personas.length === 0 && editor === null) return null;
  const name = seen?.name ?? t("everybody");
  return (
    <>
      {seen !== undefined && <PersonaLens personaId={seen.id} />}
      <Menu position="bottom-start" shadow="md" width={300}>
        <Menu.Target>
          <button ref={chip} type="button" className={classes["chip"]}>
            {personas.length > 0 && <PersonaDots personas={seen === undefined ? personas : [seen]} />}
            <span data-alone={personas.length === 0}>{t("persona")}</span>{" "}
            {personas.length > 0 && <strong>{name}</strong>}
            <ChevronDown size={12} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <SeeAs personas={personas} seen={seen} />
          {editor !== null && <OnMap personas={personas} onAdd={add} onManage={manage} />}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={isManaging}
        onClose={close}
        // The menu's entry that opened it is gone by then.
        onExitTransitionEnd={() => chip.current?.focus()}
        title={t("manageTitle")}
        size="46rem"
      >
        {isManaging && <PersonaTable onMade={add} />}
      </Dialog>
    </>
  );
}

function SeeAs({ personas, seen }: { personas: readonly PersonaMark[]; seen: PersonaMark | undefined }) {
  const { t } = useTranslation("personas");
  const { show } = useScreen();
  if (personas.length === 0) return <Menu.Label>{t("none")}</Menu.Label>;
  const check = <Check size={14} aria-hidden />;
  return (
    <>
      <Menu.Label>{t("seeAs")}</Menu.Label>
      <Menu.Item
        leftSection={<Users size={15} aria-hidden />}
        rightSection={seen === undefined ? check : undefined}
        onClick={() => show({ persona: undefined })}
      >
        {t("all")}
      </Menu.Item>
      {personas.map((persona) => (
        <Menu.Item
          key={persona.id}
          leftSection={<PersonaDot persona={persona} />}
          rightSection={seen?.id === persona.id ? check : undefined}
          onClick={() => show({ persona: persona.id })}
        >
          {persona.name}
        </Menu.Item>
      ))}
    </>
  );
}

interface OnMapProps {
  personas: readonly PersonaMark[];
  onAdd: (persona: Persona) => void;
  onManage: () => void;
}

/** Which personas the map tells of. */
function OnMap({ personas, onAdd, onManage }: OnMapProps) {
  const { t } = useTranslation("personas");
  const { editor } = useMap();
  const { search, show } = useScreen();
  const { id: workspaceId } = useWorkspace();
  const mayCreate = useMay("persona:edit");
  const onMap = new Set(personas.map(({ id }) => id));
  const others = (usePersonas(workspaceId).data ?? []).filter(({ id }) => !onMap.has(id));
  const isFull = personas.length >= limits.personas;
  const takeOff = (id: string) => {
    if (search.persona === id) show({ persona: undefined });
    editor?.change((doc) => removePersona(doc, id));
  };
  return (
    <>
      {others.length > 0 && <Menu.Label>{isFull ? t("full") : t("addToMap")}</Menu.Label>}
      {!isFull &&
        others.map((persona) => (
          <Menu.Item key={persona.id} leftSection={<Plus size={15} aria-hidden />} onClick={() => onAdd(persona)}>
            {persona.name}
          </Menu.Item>
        ))}
      {personas.length > 0 && (
        <>
          <Menu.Label>{t("takeOff")}</Menu.Label>
          {personas.map(({ id, name }) => (
            <Menu.Item
              key={id}
              leftSection={<UserMinus size={15} aria-hidden />}
              aria-label={t("takeOffNamed", { name })}
              onClick={() => takeOff(id)}
            >
              {name}
            </Menu.Item>
          ))}
        </>
      )}
      {mayCreate && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={onManage}>{t("manage")}</Menu.Item>
        </>
      )}
    </>
  );
}
