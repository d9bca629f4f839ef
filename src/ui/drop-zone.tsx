import { Button } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import classes from "./drop-zone.module.css";

interface DropZoneProps {
  /** Endings and types that the system's dialog offers, as in the attribute of the same name. */
  accept: string;
  /** What the button says. */
  action: string;
  isMultiple?: boolean;
  isDisabled?: boolean;
  /** A row beside other things, a box of a window, or the one thing of a page. */
  size: "row" | "box" | "page";
  /** Never empty. */
  onFiles: (files: File[]) => void;
  children?: ReactNode;
}

/** Takes files dropped on it or chosen from the system's dialog; the button does for the keyboard what dropping does for the mouse. */
export function DropZone({ accept, action, isMultiple = false, isDisabled = false, ...props }: DropZoneProps) {
  const { size, onFiles, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, isMultiple ? undefined : 1);
    if (files.length > 0) onFiles(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isDisabled) take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      className={classes["zone"]}
      data-over={isOver}
      data-size={size}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
    >
      <input
        ref={input}
        type="file"
        multiple={isMultiple}
        hidden
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      {size !== "row" && <FileUp size={28} strokeWidth={1.4} aria-hidden />}
      {children}
      <Button
        variant={size === "row" ? "default" : "filled"}
        size={size === "row" ? "xs" : "sm"}
        disabled={isDisabled}
        onClick={() => input.current?.click()}
      >
        {action}
      </Button>
    </div>
  );
}
