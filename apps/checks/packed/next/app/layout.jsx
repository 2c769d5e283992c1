import "@portico/components/styles.css";

export const metadata = { title: "Next app" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
