import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/empty-state.tsx";
import { useWorkspace } from "#workspace/web/index.ts";
import type { ChannelKind } from "../model.ts";
import { ChannelGlyph } from "./channel-glyph.tsx";
import { useLibraryEdit } from "./library.ts";

const usual: readonly ChannelKind[] = ["shop", "web", "app", "phone", "email", "delivery"];

/** An empty library: what a touchpoint is, and two ways to get some. */
export function LibraryStart({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const { addChannel } = useLibraryEdit(workspaceId);
  const addUsual = async () => {
    for (const kind of usual) await addChannel.mutateAsync({ name: t(`kind.${kind}`), kind });
  };
  return (
    <EmptyState
      title={t("start.title")}
      picture={
        <div style={{ display: "flex", gap: "1.25rem", justifyContent: "center" }}>
          {usual.map((kind) => (
            <ChannelGlyph key={kind} kind={kind} size={22} />
          ))}
        </div>
      }
      action={
        mayEdit && (
          <>
            <Button component={Link} to={`/w/${workspaceId}/imports/new`}>
              {t("start.import")}
            </Button>
            <Button variant="default" loading={addChannel.isPending} onClick={() => void addUsual()}>
              {t("start.usual")}
            </Button>
          </>
        )
      }
    >
      {t("start.text")}
    </EmptyState>
  );
}
