import type { ReactNode } from "react";
import { Section } from "../account/section.js";
import { useLocale, useWords } from "../words/use-words.js";

const amount = 228;
const months = [0, 1, 2, 3];

/** The practice's plan, its card and the invoices of the last months. */
export function Invoices(): ReactNode {
  const words = useWords(invoiceWords);
  const locale = useLocale();
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" });
  return (
    <>
      <Section id="plan" title={words.plan} lead={words.planLead}>
        <dl className="rows">
          <div>
            <dt>{words.plan}</dt>
            <dd>{words.studio}</dd>
          </div>
          <div>
            <dt>{words.price}</dt>
            <dd>{words.monthly(money.format(amount))}</dd>
          </div>
          <div>
            <dt>{words.card}</dt>
            <dd>
              <bdi>Visa •••• 4242</bdi>
            </dd>
          </div>
        </dl>
      </Section>
      <Section id="invoices" title={words.invoices} lead={words.invoicesLead}>
        <dl className="rows">
          {months.map((ago) => (
            <div key={ago}>
              <dt>{month.format(monthsAgo(ago))}</dt>
              <dd>{money.format(amount)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

function monthsAgo(count: number): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth() - count, 1);
}

const invoiceWords = {
  en: {
    plan: "Plan",
    planLead: "Paid by the practice, for everybody on the board.",
    studio: "Studio, 12 people",
    price: "Price",
    monthly: (price: string) => `${price} a month`,
    card: "Card",
    invoices: "Invoices",
    invoicesLead: "Sent to the practice on the first of each month.",
  },
  ar: {
    plan: "الاشتراك",
    planLead: "يدفعه المكتب لجميع من على اللوحة.",
    studio: "استوديو، 12 شخصًا",
    price: "السعر",
    monthly: (price: string) => `${price} شهريًا`,
    card: "البطاقة",
    invoices: "الفواتير",
    invoicesLead: "تُرسل إلى المكتب في أول كل شهر.",
  },
};
