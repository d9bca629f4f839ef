import { type KeyboardEvent, useRef, useState } from "react";

/** By how much one jumps, in seconds. */
export const jump = 10;

/** The sound or picture of an interview, as everything around it plays it. */
export interface Player {
  attach: (media: HTMLMediaElement | null) => void;
  /** Of the recording that is in the player. */
  recordingId: string | null;
  choose: (recordingId: string) => void;
  /** Plays from there, in milliseconds: that recording, or the one that is in the player. */
  playFrom: (milliseconds: number, recordingId?: string | null) => void;
  skip: (seconds: number) => void;
  toggle: () => void;
  /** Where it stands, in milliseconds. */
  position: () => number;
}

export function usePlayer(first: string | null): Player {
  const media = useRef<HTMLMediaElement | null>(null);
  /** Where the recording begins that is being put into the player. */
  const awaited = useRef<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const recordingId = chosen ?? first;
  const playAt = (element: HTMLMediaElement, milliseconds: number) => {
    element.currentTime = milliseconds / 1000;
    play(element);
  };
  return {
    attach: (element) => {
      media.current = element;
      if (element === null || awaited.current === null) return;
      playAt(element, awaited.current);
      awaited.current = null;
    },
    recordingId,
    choose: setChosen,
    playFrom: (milliseconds, wanted = null) => {
      if (wanted !== null && wanted !== recordingId) {
        awaited.current = milliseconds;
        setChosen(wanted);
      } else if (media.current !== null) playAt(media.current, milliseconds);
    },
    skip: (seconds) => {
      if (media.current !== null) media.current.currentTime = Math.max(0, media.current.currentTime + seconds);
    },
    toggle: () => {
      if (media.current === null) return;
      if (media.current.paused) play(media.current);
      else media.current.pause();
    },
    position: () => Math.round((media.current?.currentTime ?? 0) * 1000),
  };
}

/** What is paused, or put away, before it has begun is no failure. */
function play(element: HTMLMediaElement): void {
  element.play().catch(() => undefined);
}

/** J, K and L go back, stop or start, and forward; M marks. Only where the focus is, so that they take no letter from anyone. */
export function playerKeys(player: Player, onMark: (() => void) | null) {
  const deeds: Record<string, () => void> = {
    j: () => player.skip(-jump),
    k: player.toggle,
    l: () => player.skip(jump),
    m: () => onMark?.(),
  };
  return (event: KeyboardEvent) => {
    const deed = deeds[event.key.toLowerCase()];
    const isTyping = (event.target as Element).matches("input, textarea, select, [contenteditable]");
    if (deed === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    deed();
  };
}
