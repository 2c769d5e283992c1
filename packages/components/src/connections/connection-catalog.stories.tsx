import type { Meta, StoryObj } from "@storybook/react-vite";
import { connectionCatalog, describeConnection } from "./connection-catalog.js";
import { SocialButton } from "../parts/social-button.js";

const meta: Meta = { title: "Social buttons/Catalogue" };

export default meta;

type Story = StoryObj;

/** Every strategy that is known by name; those without a mark of their own have their first letter. */
export const Everything: Story = {
  render: () => (
    <div className="portico-card">
      <div className="portico-body portico-social-list">
        {[...connectionCatalog.keys()].map((strategy) => {
          const { name, icon } = describeConnection(strategy);
          return (
            <SocialButton key={strategy} icon={icon} badge={strategy}>
              {name}
            </SocialButton>
          );
        })}
      </div>
    </div>
  ),
};

/** The same in dark surroundings: black marks turn white. */
export const Dark: Story = { ...Everything, globals: { theme: "dark" } };
