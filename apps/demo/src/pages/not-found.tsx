import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";
import { useWords } from "../words/use-words.js";

/** For an address that leads nowhere. */
export function NotFound(): ReactNode {
  const words = useWords(notFoundWords);
  return (
    <div className="narrow">
      <PageTitle>{words.title}</PageTitle>
      <p>{words.text}</p>
      <p>
        <Link href="/">{words.start}</Link>
      </p>
    </div>
  );
}

const notFoundWords = {
  en: {
    title: "This room isn’t on the plan",
    text: "The address may be mistyped, or the page has moved.",
    start: "Go to the start page",
  },
  ar: {
    title: "هذه الغرفة ليست في المخطط",
    text: "ربما كُتب العنوان خطأً، أو انتقلت الصفحة إلى مكان آخر.",
    start: "الانتقال إلى الصفحة الرئيسية",
  },
};
