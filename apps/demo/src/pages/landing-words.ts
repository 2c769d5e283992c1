/** What the landing page says. */
export const landingWords = {
  en: {
    title: "Know what is due for review.",
    lead: "Atrium keeps a practice’s projects, drawings and review dates on one board, so that nobody builds from last month’s revision.",
    create: "Create account",
    signIn: "Sign in",
    open: "Open the board",
    legend: [
      [
        "The portico",
        "One account for the whole practice, and you sign in without leaving the page.",
      ],
      ["The court", "A board that everyone can see: what is due, and what came back."],
      ["The rooms", "One for each project, with its drawings and their latest revision."],
    ],
    reviews: "Next reviews",
    board: "Studio board",
  },
  ar: {
    title: "كل مراجعة في موعدها.",
    lead: "يجمع Atrium مشاريع المكتب ومخططاتها ومواعيد مراجعتها على لوحة واحدة، فلا يبني أحد على نسخة الشهر الماضي.",
    create: "إنشاء حساب",
    signIn: "تسجيل الدخول",
    open: "فتح اللوحة",
    legend: [
      ["الرواق", "حساب واحد للمكتب كله، وتسجيل الدخول دون مغادرة الصفحة."],
      ["الفناء", "لوحة يراها الجميع: ما حان موعده، وما عاد بملاحظات."],
      ["الغرف", "غرفة لكل مشروع، فيها مخططاته وأحدث نسخها."],
    ],
    reviews: "المراجعات القادمة",
    board: "لوحة المكتب",
  },
};
