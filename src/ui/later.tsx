import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { ErrorState } from "./error-state.tsx";
import { useFocusBack } from "./focus-back.ts";
import { Loading } from "./loading.tsx";
import { Dialog } from "./dialog.tsx";

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A part of a screen whose code is fetched when it is first shown, once a page; `name` is its own. */
export function later<Props extends object>(name: string, load: Load<Props>): ComponentType<Props> {
  return function Later(props: Props) {
    const code = useCode(name, load);
    if (code.isError) return <ErrorState error={code.error} retry={() => void code.refetch()} />;
    return code.isSuccess ? <code.data.Part {...props} /> : <Loading />;
  };
}

/** A dialog whose code is fetched when it is first opened. */
export function laterDialog<Props extends { onClose: () => void }>(
  name: string,
  load: Load<Props>,
): ComponentType<Props> {
  return function LaterDialog(props: Props) {
    const code = useCode(name, load);
    useFocusBack();
    if (code.isSuccess) return <code.data.Part {...props} />;
    return (
      <Dialog opened={code.isError} onClose={props.onClose}>
        <ErrorState error={code.error} retry={() => void code.refetch()} />
      </Dialog>
    );
  };
}

function useCode<Props extends object>(name: string, load: Load<Props>) {
  return useQuery({
    queryKey: ["code", name],
    // A component is a function, which the query would not keep as it is.
    queryFn: async () => ({ Part: await load() }),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
    networkMode: "always",
    structuralSharing: false,
  });
}
