import { useDisclosure } from "@mantine/hooks";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AddLaneDialog } from "./add-lane-dialog.tsx";
import classes from "../map.module.css";

/** Opens the shelf of all kinds of lane, from under the last. */
export function AddLaneButton() {
  const { t } = useTranslation("journey");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <button type="button" className={classes["addHere"]} onClick={open}>
        <Plus aria-hidden /> {t("addLane")}
      </button>
      <AddLaneDialog opened={opened} onClose={close} />
    </>
  );
}
