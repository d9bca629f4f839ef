import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { ErrorState } from "#ui/error-state.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import type { Library } from "../model.ts";
import { ChannelTable } from "./channel-table.tsx";
import { LibraryStart } from "./library-start.tsx";
import { useLibrary } from "./library.ts";
import { TeamTable } from "./team-table.tsx";
import { TouchpointTable } from "./touchpoint-table.tsx";

const shelves = ["touchpoints", "channels", "teams"] as const;

/** The three libraries that every map draws from. */
export function LibraryScreen() {
  const { t } = useTranslation("touchpoint");
  const { id: workspaceId } = useWorkspace();
  const library = useLibrary(workspaceId);
  return (
    <Page title={t("title")}>
      {library.isPending ? (
        <Loading rows={10} />
      ) : library.isError ? (
        <ErrorState error={library.error} retry={() => void library.refetch()} />
      ) : (
        <Shelves library={library.data} />
      )}
    </Page>
  );
}

function Shelves({ library }: { library: Library }) {
  const { t } = useTranslation("touchpoint");
  const format = useFormat();
  const mayEdit = useMay("library:edit");
  const [shelf, setShelf] = useState<(typeof shelves)[number]>("touchpoints");
  const [typed, setTyped] = useState("");
  if (shelves.every((name) => library[name].length === 0)) return <LibraryStart mayEdit={mayEdit} />;
  return (
    <Tabs value={shelf} onChange={(value) => setShelf(value as typeof shelf)} keepMounted={false}>
      <div className={table["tools"]}>
        <Tabs.List>
          {shelves.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`shelf.${name}`)} <span className="num">{format.number(library[name].length)}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <SearchField className={table["grow"] ?? ""} label={t("search")} value={typed} onChange={setTyped} />
      </div>
      <Tabs.Panel value="touchpoints">
        <TouchpointTable library={library} typed={typed} mayEdit={mayEdit} />
      </Tabs.Panel>
      <Tabs.Panel value="channels">
        <ChannelTable library={library} typed={typed} mayEdit={mayEdit} />
      </Tabs.Panel>
      <Tabs.Panel value="teams">
        <TeamTable library={library} typed={typed} mayEdit={mayEdit} />
      </Tabs.Panel>
    </Tabs>
  );
}
