/** Groups as triggers name them: by their internal keys. */
import { useList } from '../../api/reads.ts'
import type { Group } from '../../api/types.ts'

export function useGroups() {
  const query = new URLSearchParams({ limit: '250', order_by: 'created_at', include_archived: 'true' })
  const { data } = useList<Group>('/groups', query)
  const groups = data?.items ?? []
  return {
    options: groups.filter(({ archived }) => !archived).map(({ key, name }) => ({ value: key, label: name })),
    nameOf: (key: string): string => groups.find((one) => one.key === key)?.name ?? key,
  }
}
