import { Button } from "@mantine/core";
import { ExternalLink } from "lucide-react";

/** Opens what customers see beside what one is doing. */
export function OpenPage({ href, children }: { href: string; children: string }) {
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      variant="default"
      leftSection={<ExternalLink size={15} aria-hidden />}
    >
      {children}
    </Button>
  );
}
