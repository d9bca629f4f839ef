import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { mainScore, useMeasureWords } from "#insight/web/index.ts";
import { TableScroll } from "#ui/table-scroll.tsx";
import { useFormat } from "#ui/use-format.ts";
import type { SharedJourney } from "../../api/shares.ts";
import type { Card, Lane, Step } from "../../model.ts";
import { useLaneName } from "../use-lane-name.ts";
import classes from "./shared.module.css";

/** The shared map as a table: a row a lane, a column a step under its stage. */
export function SharedTable({ shared }: { shared: SharedJourney }) {
  const { t } = useTranslation("sharing");
  const laneName = useLaneName();
  const { name, stages, steps, lanes } = shared.document;
  const inOrder = stages.flatMap((stage) => steps.filter((step) => step.stageId === stage.id));
  const caption = t("tableCaption", { name });
  return (
    <TableScroll label={caption}>
      <Table withTableBorder withColumnBorders className={classes["table"] ?? ""}>
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {stages.map((stage) => {
              const span = steps.filter((step) => step.stageId === stage.id).length;
              return (
                span > 0 && (
                  <Table.Th key={stage.id} scope="colgroup" colSpan={span}>
                    {stage.name}
                  </Table.Th>
                )
              );
            })}
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="col">{t("laneHead")}</Table.Th>
            {inOrder.map((step) => (
              <Table.Th key={step.id} scope="col">
                {step.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lanes.map((lane) => (
            <Table.Tr key={lane.id}>
              <Table.Th scope="row">{laneName(lane)}</Table.Th>
              {inOrder.map((step) => (
                <Table.Td key={step.id}>
                  <Cell shared={shared} lane={lane} step={step} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  );
}

function Cell({ shared, lane, step }: { shared: SharedJourney; lane: Lane; step: Step }): ReactNode {
  const { document } = shared;
  if (lane.kind === "touchpoint") return <Touchpoints shared={shared} step={step} />;
  if (lane.kind === "measure") return <StepMeasure shared={shared} step={step} />;
  if (lane.kind === "emotion") return <Emotions shared={shared} step={step} />;
  const cards = document.cards.filter(({ laneId, stepId }) => laneId === lane.id && stepId === step.id);
  return (
    cards.length > 0 && (
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            {card.text}
            <CardPicture shared={shared} card={card} />
          </li>
        ))}
      </ul>
    )
  );
}

function CardPicture({ shared, card }: { shared: SharedJourney; card: Card }) {
  const picture = shared.images.find(({ id }) => id === card.imageId);
  return picture !== undefined && <img src={picture.href} alt="" width={picture.width} height={picture.height} />;
}

function Touchpoints({ shared, step }: { shared: SharedJourney; step: Step }) {
  const { t } = useTranslation("sharing");
  const { t: map } = useTranslation("journey");
  const measureWords = useMeasureWords();
  const placements = shared.document.placements.filter(({ stepId }) => stepId === step.id);
  const said = placements.map(({ id, touchpointId, importance, momentOfTruth, expectation }) => {
    const touchpoint = shared.touchpoints.find((each) => each.id === touchpointId);
    const scores = shared.measures?.touchpoints.find(({ placementId }) => placementId === id)?.scores;
    const score = mainScore(scores ?? []);
    return {
      id,
      name: touchpoint?.name ?? map("removedTouchpoint"),
      facts: [
        touchpoint?.channel?.name,
        importance === null ? undefined : t("importance", { n: importance }),
        momentOfTruth ? t("truth") : undefined,
        score === null ? undefined : measureWords(score, expectation),
      ].filter((fact) => fact !== undefined),
    };
  });
  return (
    said.length > 0 && (
      <ul>
        {said.map(({ id, name, facts }) => (
          <li key={id}>
            {name}
            {facts.length > 0 && <small>{facts.join(", ")}</small>}
          </li>
        ))}
      </ul>
    )
  );
}

function StepMeasure({ shared, step }: { shared: SharedJourney; step: Step }) {
  const { t } = useTranslation("sharing");
  const format = useFormat();
  const measureWords = useMeasureWords();
  const measure = shared.measures?.steps.find(({ id }) => id === step.id);
  if (measure === undefined) return null;
  const score = mainScore(measure.scores);
  return (
    <>
      {t("contacts", { count: measure.contacts, n: format.number(measure.contacts) })}
      {score !== null && <small>{measureWords(score, null)}</small>}
    </>
  );
}

function Emotions({ shared, step }: { shared: SharedJourney; step: Step }) {
  const { t } = useTranslation("journey");
  const format = useFormat();
  const points = shared.document.emotions.filter(({ stepId }) => stepId === step.id);
  return (
    points.length > 0 && (
      <ul>
        {points.map(({ id, personaId, state, value }) => (
          <li key={id}>
            {format.signed(value, Number.isInteger(value) ? 0 : 1)}
            <small>
              {[shared.personas.find((persona) => persona.id === personaId)?.name, t(`state.${state}`)]
                .filter((part) => part !== undefined)
                .join(", ")}
            </small>
          </li>
        ))}
      </ul>
    )
  );
}
