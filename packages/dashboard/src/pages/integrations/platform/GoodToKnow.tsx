import { List } from '@mantine/core'
import { Section } from '../../../parts/Section.tsx'

export const GoodToKnow = ({ facts }: { readonly facts: readonly string[] }) => (
  <Section title="Good to know">
    <List size="sm" spacing={6} maw={720}>
      {facts.map((fact) => (
        <List.Item key={fact}>{fact}</List.Item>
      ))}
    </List>
  </Section>
)
