import { b2b } from "./b2b.ts";
import { bank } from "./bank.ts";
import { bathroom } from "./bathroom.ts";
import { diyRadio } from "./diy-radio.ts";
import { health } from "./health.ts";
import { insuranceSubscription } from "./insurance-subscription.ts";
import { insurerWorkshop } from "./insurer-workshop.ts";
import { mutual } from "./mutual.ts";
import { publicService } from "./public-service.ts";
import { retail } from "./retail.ts";
import { runningShoes } from "./running-shoes.ts";
import { starter } from "./starter.ts";
import type { Template } from "./template.ts";
import { tourOperator } from "./tour-operator.ts";

/** The ready-made maps, the simplest first. */
export const builtInTemplates: readonly Template[] = [
  starter,
  retail,
  bank,
  mutual,
  insurerWorkshop,
  insuranceSubscription,
  b2b,
  publicService,
  health,
  tourOperator,
  bathroom,
  runningShoes,
  diyRadio,
];

export function builtInTemplate(key: string): Template | undefined {
  return builtInTemplates.find((template) => template.key === key);
}
