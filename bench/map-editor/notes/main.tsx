import { convertToExcalidrawElements, Excalidraw } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createRoot } from "react-dom/client";

/**
 * The peer's page: its editor with the scene that the server has. With `?make` it opens nothing: it only makes the scene
 * out of notes, as its own documentation says to, so that opening does not pay for that.
 */
type Notes = NonNullable<Parameters<typeof convertToExcalidrawElements>[0]>;

declare global {
  interface Window {
    makeScene: (notes: Notes) => string;
    /** How many notes the editor has. */
    itemCount: () => number;
  }
}

window.makeScene = (notes) =>
  JSON.stringify({ elements: convertToExcalidrawElements(notes, { regenerateIds: false }) });
window.itemCount = () => 0;

const root = document.querySelector("#root");
if (root !== null && location.search !== "?make")
  createRoot(root).render(
    <Excalidraw
      initialData={async () => (await fetch("/scene.json")).json()}
      excalidrawAPI={(api: { getSceneElements: () => readonly { type: string }[] }) => {
        window.itemCount = () => api.getSceneElements().filter((element) => element.type === "rectangle").length;
      }}
    />,
  );
