import { ActionIcon, Button, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { limits, type ReviewLink } from "../model.ts";
import classes from "./survey-form.module.css";

interface ReviewLinkFieldsProps {
  links: readonly ReviewLink[];
  onChange: (links: ReviewLink[]) => void;
}

/** Where whoever has answered may tell the public, whatever they said. */
export function ReviewLinkFields({ links, onChange }: ReviewLinkFieldsProps) {
  const { t } = useTranslation("voice");
  const change = (at: number, part: Partial<ReviewLink>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...part } : link)));
  return (
    <fieldset className={classes["links"]}>
      <legend>{t("reviewLinks")}</legend>
      <p className={classes["hint"]}>{t("reviewLinksHint")}</p>
      {links.map(({ name, url }, at) => (
        // They have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={classes["row"]}>
          <TextInput
            aria-label={t("reviewLinkName", { number: at + 1 })}
            placeholder="Google"
            required
            maxLength={40}
            value={name}
            onChange={({ currentTarget }) => change(at, { name: currentTarget.value })}
          />
          <TextInput
            aria-label={t("reviewLinkUrl", { number: at + 1 })}
            placeholder="https://"
            type="url"
            pattern="https?://.+"
            required
            maxLength={500}
            value={url}
            onChange={({ currentTarget }) => change(at, { url: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("removeReviewLink", { number: at + 1 })}
            onClick={() => onChange(links.filter((_, index) => index !== at))}
          >
            <X size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={links.length >= limits.reviewLinks}
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...links, { name: "", url: "" }])}
        >
          {t("addReviewLink")}
        </Button>
      </div>
    </fieldset>
  );
}
