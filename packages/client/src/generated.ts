export interface paths {
  '/v1/customers': {
    get: {
      parameters: { query?: { limit?: number; starting_after?: string } }
      responses: {
        200: {
          content: {
            'application/json': {
              status: number
              message: string
              rdata: { items: { key: string; email: string | null }[]; has_more: boolean }
            }
          }
        }
      }
    }
    post: {
      requestBody: { content: { 'application/json': { key: string; email: string; partner_key: string } } }
      responses: {
        200: {
          content: {
            'application/json': { status: number; message: string; rdata: { key: string; email: string | null } }
          }
        }
      }
    }
  }
  '/v1/customers/{id}': {
    get: {
      parameters: { path: { id: string } }
      responses: {
        200: {
          content: {
            'application/json': { status: number; message: string; rdata: { key: string; email: string | null } }
          }
        }
      }
    }
  }
}
export interface components {
  schemas: Record<never, never>
}
