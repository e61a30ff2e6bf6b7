import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** What an officer asked to be completed in a part; nothing where nothing was asked. */
export function PartAsked(props: { messages: readonly string[] }) {
  const { t } = useLanguage();
  if (props.messages.length === 0) return null;
  return (
    <Notice warn>
      <p>
        <strong>{t("results:form.returned")}</strong>
      </p>
      {props.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </Notice>
  );
}
