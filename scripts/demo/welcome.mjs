/** What a newcomer needs to go on, told once everything answers. */
export function welcome({ port, wanted, tenant, ownDomain }) {
  const rows = [
    ["Demo", `http://localhost:${port}`],
    ["Tenant", tenant?.url ?? `${ownDomain} (yours; no local tenant was started)`],
    ...(tenant
      ? [
          ["E-mail", tenant.user.email],
          ["Password", tenant.user.password],
          ["Inbox", `${tenant.url}/_tenant/inbox`],
        ]
      : []),
  ];
  const moved = [
    [wanted.demo, port],
    [wanted.tenant, tenant?.port ?? wanted.tenant],
  ].filter(([preferred, used]) => preferred !== used);
  return [
    "",
    ...moved.map(([preferred, used]) => `  Port ${preferred} is taken, using ${used}.`),
    ...(moved.length > 0 ? [""] : []),
    ...rows.map(([name, value]) => `  ${name.padEnd(10)}${value}`),
    "",
    tenant ? "  Ctrl-C ends both." : "  Ctrl-C ends it.",
    "",
  ].join("\n");
}
