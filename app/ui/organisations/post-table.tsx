import { useLanguage } from "#app/ui/language.tsx";

/** The posts that an organisation's people hold, and how many hold each: never who. */
export function PostTable(props: { posts: readonly { post: string | null; people: number }[] }) {
  const { t, format } = useLanguage();
  return (
    <table>
      <caption>
        {t("organisations:page.posts")}
        <br />
        <span className="s soft">{t("organisations:page.postsText")}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("organisations:page.post")}</th>
          <th scope="col" className="n">
            {t("organisations:page.people")}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.posts.map(({ post, people }) => (
          <tr key={post}>
            <th scope="row">{post ?? t("organisations:page.noPost")}</th>
            <td className="n">{format.number(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
