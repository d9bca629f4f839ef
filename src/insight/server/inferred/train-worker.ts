import { parentPort, workerData } from "node:worker_threads";
import { type Lesson, train } from "../../inferred/training.ts";

parentPort?.postMessage(train(workerData as Lesson[]));
