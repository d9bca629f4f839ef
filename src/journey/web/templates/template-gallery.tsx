import { ActionIcon, Menu, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import table from "#ui/data-table.module.css";
import { SearchField } from "#ui/search-field.tsx";
import { useFormat } from "#ui/use-format.ts";
import { useMay } from "#workspace/web/index.ts";
import type { TemplateSummary } from "../../api.ts";
import { journeyKinds } from "../../model.ts";
import { sectors } from "../../templates/template.ts";
import { DeleteTemplate } from "./delete-template.tsx";
import { EditTemplate } from "./edit-template.tsx";
import { OfferPicture } from "./offer-picture.tsx";
import {
  isOffered,
  type Offer,
  type OfferFilter,
  ownOfferOf,
  productOffers,
  templatesQuery,
  useTemplateLocale,
} from "./offers.ts";
import classes from "./templates.module.css";

interface GalleryProps {
  workspaceId: string;
  chosen: Offer | null;
  onChoose: (offer: Offer) => void;
}

const sameChoice = (one: Offer | null, other: Offer) =>
  one !== null && JSON.stringify(one.choice) === JSON.stringify(other.choice);

/** The templates to start from: the workspace's own first, then those of the product. */
export function TemplateGallery({ workspaceId, chosen, onChoose }: GalleryProps) {
  const { t } = useTranslation("templates");
  const { t: journey } = useTranslation("journey");
  const locale = useTemplateLocale();
  const own = useQuery(templatesQuery(workspaceId));
  const [filter, setFilter] = useState<OfferFilter>({ typed: "", sector: null, kind: null });
  const all = useMemo(() => productOffers(locale), [locale]);
  const ready = all.filter((offer) => isOffered(offer, filter));
  const templates = useMemo(
    () => (own.data ?? []).map((template) => ({ template, offer: ownOfferOf(template) })),
    [own.data],
  );
  const ours = templates.filter(({ offer }) => isOffered(offer, filter));
  return (
    <div>
      <div className={table["tools"]}>
        <SearchField
          className={table["grow"] ?? ""}
          label={t("searchTemplates")}
          value={filter.typed}
          onChange={(typed) => setFilter({ ...filter, typed })}
        />
        <Select
          aria-label={t("sector")}
          placeholder={t("allSectors")}
          clearable
          value={filter.sector}
          data={sectors.filter((one) => one !== "any").map((one) => ({ value: one, label: t(`sector.${one}`) }))}
          onChange={(value) => setFilter({ ...filter, sector: value })}
        />
        <Select
          aria-label={t("kind")}
          placeholder={t("allKinds")}
          clearable
          value={filter.kind}
          data={journeyKinds.map((one) => ({ value: one, label: journey(`kind.${one}`) }))}
          onChange={(value) => setFilter({ ...filter, kind: value })}
        />
      </div>
      {ours.length > 0 && (
        <>
          <h2 className={classes["shelf"]}>{t("ofWorkspace")}</h2>
          <ul className={classes["offers"]}>
            {ours.map(({ template, offer }) => (
              <li key={template.id}>
                <OfferCard {...{ workspaceId, offer, onChoose }} isChosen={sameChoice(chosen, offer)} own={template} />
                <OwnActions workspaceId={workspaceId} template={template} />
              </li>
            ))}
          </ul>
        </>
      )}
      {ready.length > 0 && (
        <>
          <h2 className={classes["shelf"]}>{t("ofProduct")}</h2>
          <ul className={classes["offers"]}>
            {ready.map((offer) => (
              <li key={offer.name}>
                <OfferCard {...{ workspaceId, offer, onChoose }} isChosen={sameChoice(chosen, offer)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {ours.length + ready.length === 0 && <p className={table["none"]}>{t("noTemplate", { typed: filter.typed })}</p>}
    </div>
  );
}

interface CardProps {
  workspaceId: string;
  offer: Offer;
  isChosen: boolean;
  onChoose: (offer: Offer) => void;
  own?: TemplateSummary;
}

function OfferCard({ workspaceId, offer, isChosen, onChoose, own }: CardProps) {
  const { t } = useTranslation("templates");
  const { t: journey } = useTranslation("journey");
  const format = useFormat();
  const [now] = useState(Date.now);
  const { name, summary, kind, sector, steps, lanes } = offer;
  return (
    <button type="button" className={classes["offer"]} aria-pressed={isChosen} onClick={() => onChoose(offer)}>
      <OfferPicture workspaceId={workspaceId} offer={offer} />
      <strong>{name}</strong>
      <span>{summary}</span>
      <small className="num">
        {journey(`kind.${kind}`)} · {t("steps", { count: steps })} · {t("lanes", { count: lanes })}
        {sector !== null && sector !== "any" && ` · ${t(`sector.${sector}`)}`}
        {own !== undefined && ` · ${t("published", { ago: format.ago(own.publishedAt, now) })}`}
      </small>
    </button>
  );
}

function OwnActions({ workspaceId, template }: { workspaceId: string; template: TemplateSummary }) {
  const { t } = useTranslation("templates");
  const mayEdit = useMay("journey:edit");
  const [asking, setAsking] = useState<"edit" | "delete" | null>(null);
  if (!mayEdit) return null;
  const close = () => setAsking(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={classes["offerActions"] ?? ""}
            aria-label={t("actionsOf", { name: template.name })}
          >
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={14} aria-hidden />} onClick={() => setAsking("edit")}>
            {t("edit")}
          </Menu.Item>
          <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} color="red" onClick={() => setAsking("delete")}>
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === "edit" && <EditTemplate workspaceId={workspaceId} template={template} onClose={close} />}
      {asking === "delete" && <DeleteTemplate workspaceId={workspaceId} template={template} onClose={close} />}
    </>
  );
}
