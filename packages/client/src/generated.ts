/** Every call of the API and what it takes and gives. Made by `npm run generate`: do not edit. */

export interface paths {
  '/api/deals/{deal}/assignment/{partnership}/{stack}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Give a deal to a partner */
    post: operations['assignDeal']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/deals/{deal}/file/{file}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a file of a deal: always 404, files are not kept here */
    get: operations['getDealFile']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/actions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List actions */
    get: operations['listActions']
    put?: never
    /** Tell what a customer or partner did */
    post: operations['createAction']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/actions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Archive an action, with what was earned by it */
    delete: operations['archiveAction']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/customers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List customers */
    get: operations['listCustomers']
    put?: never
    /** Create a customer, or meet the one that stands */
    post: operations['createCustomer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/customers/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a customer */
    get: operations['getCustomer']
    /** Change a customer; its partner stays */
    put: operations['replaceCustomer']
    post?: never
    /** Archive a customer */
    delete: operations['archiveCustomer']
    options?: never
    head?: never
    /** Change a customer; its partner stays */
    patch: operations['updateCustomer']
    trace?: never
  }
  '/api/v2/customers/{id}/subscriptions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the subscriptions of a customer; ended ones with include_archived */
    get: operations['listSubscriptions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/deals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List deals */
    get: operations['listDeals']
    put?: never
    /** Create a deal */
    post: operations['createDeal']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/deals/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a deal */
    get: operations['getDeal']
    /** Change a deal */
    put: operations['replaceDeal']
    post?: never
    /** Archive a deal */
    delete: operations['archiveDeal']
    options?: never
    head?: never
    /** Change a deal */
    patch: operations['updateDeal']
    trace?: never
  }
  '/api/v2/deals/{id}/convert': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a customer of a deal, of its partner; or meet the one that stands */
    post: operations['convertDeal']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/deals/{id}/files': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the files of a deal: always none, files are not kept here */
    get: operations['listDealFiles']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/deals/form-templates': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The form by which deals are told of */
    get: operations['listDealFormTemplates']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/groups': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List groups */
    get: operations['listGroups']
    put?: never
    /** Create a group */
    post: operations['createGroup']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/groups/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a group */
    get: operations['getGroup']
    /** Change a group */
    put: operations['replaceGroup']
    post?: never
    /** Archive a group: its partners stay in it, nobody joins it any more */
    delete: operations['archiveGroup']
    options?: never
    head?: never
    /** Change a group */
    patch: operations['updateGroup']
    trace?: never
  }
  '/api/v2/leads': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List leads */
    get: operations['listLeads']
    put?: never
    /** Create a lead */
    post: operations['createLead']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/leads/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a lead */
    get: operations['getLead']
    /** Change a lead */
    put: operations['replaceLead']
    post?: never
    /** Archive a lead */
    delete: operations['archiveLead']
    options?: never
    head?: never
    /** Change a lead */
    patch: operations['updateLead']
    trace?: never
  }
  '/api/v2/leads/{id}/convert': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a customer of a lead, of its partner; or meet the one that stands */
    post: operations['convertLead']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/leads/{id}/files': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the files of a lead: always none, files are not kept here */
    get: operations['listLeadFiles']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/leads/form-templates': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The form by which leads are told of */
    get: operations['listLeadFormTemplates']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/links/{partnership}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the links of a partner */
    get: operations['listLinks']
    put?: never
    /** Give a partner a further link */
    post: operations['createLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/marketplace/programs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List programs: the one there is */
    get: operations['listPrograms']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/marketplace/programs/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read the program */
    get: operations['getProgram']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/partnerships': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List partners */
    get: operations['listPartnerships']
    put?: never
    /** Add a partner, with a referral link */
    post: operations['createPartnership']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/partnerships/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a partner */
    get: operations['getPartnership']
    /** Change a partner */
    put: operations['replacePartnership']
    post?: never
    /** Archive a partner: its links go on without credit */
    delete: operations['archivePartnership']
    options?: never
    head?: never
    /** Change a partner */
    patch: operations['updatePartnership']
    trace?: never
  }
  '/api/v2/payouts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payouts: none yet */
    get: operations['listPayouts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/rewards': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List rewards */
    get: operations['listRewards']
    put?: never
    /** Give a reward */
    post: operations['createReward']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/rewards/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a reward */
    get: operations['getReward']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Move a reward on, or decline it */
    patch: operations['updateReward']
    trace?: never
  }
  '/api/v2/transactions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List transactions */
    get: operations['listTransactions']
    put?: never
    /** Record what a customer paid */
    post: operations['createTransaction']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/transactions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a transaction; archived ones are shown, and what became of them */
    get: operations['getTransaction']
    put?: never
    post?: never
    /** Archive a transaction, with what was earned by it */
    delete: operations['archiveTransaction']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/triggers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List triggers */
    get: operations['listTriggers']
    put?: never
    /** Create a trigger; it holds for what comes from now on */
    post: operations['createTrigger']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/triggers/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a trigger */
    get: operations['getTrigger']
    /** Change a trigger; rewards that stand keep what they were earned by */
    put: operations['replaceTrigger']
    post?: never
    /** Archive a trigger: nothing more is earned by it */
    delete: operations['archiveTrigger']
    options?: never
    head?: never
    /** Change a trigger; rewards that stand keep what they were earned by */
    patch: operations['updateTrigger']
    trace?: never
  }
  '/api/v2/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List webhooks */
    get: operations['listWebhooks']
    put?: never
    /** Have changes told to an address; the secret that signs them is shown this once */
    post: operations['createWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v2/webhooks/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a webhook */
    get: operations['getWebhook']
    /** Change a webhook, switch it off, or on again */
    put: operations['replaceWebhook']
    post?: never
    /** Delete a webhook: nothing is sent to it any more */
    delete: operations['deleteWebhook']
    options?: never
    head?: never
    /** Change a webhook, switch it off, or on again */
    patch: operations['updateWebhook']
    trace?: never
  }
  '/conversion/xid': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a customer of a click. A known customer stays as it is; why nothing was made is in the log of deliveries */
    post: operations['convertClick']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/actions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tell what a customer or partner did */
    post: operations['createActionV1']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List customers */
    get: operations['listCustomersV1']
    put?: never
    /** Create a customer, or meet the one that stands */
    post: operations['createCustomerV1']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a customer */
    get: operations['getCustomerV1']
    /** Change a customer */
    put: operations['replaceCustomerV1']
    post?: never
    /** Archive a customer */
    delete: operations['archiveCustomerV1']
    options?: never
    head?: never
    /** Change a customer */
    patch: operations['updateCustomerV1']
    trace?: never
  }
  '/v1/customers/{id}/subscriptions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the subscriptions of a customer; ended ones with include_archived */
    get: operations['listSubscriptionsV1']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/customers/{id}/transactions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the transactions of a customer */
    get: operations['listCustomerTransactionsV1']
    put?: never
    /** Record what a customer paid */
    post: operations['createTransactionV1']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/export/{type}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Everything out again, written as it is read */
    get: operations['export']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List imports */
    get: operations['listImports']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read an import: how far it is, and what was refused */
    get: operations['getImport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/{id}/errors.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was refused of an import, as a file to mend and send again */
    get: operations['getImportErrors']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/customers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Import customers from a file, as the part `file` of a form or as the body */
    post: operations['importCustomers']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/customers/template.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An empty file for importing customers */
    get: operations['getCustomersTemplate']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/partners': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Import partners from a file, as the part `file` of a form or as the body */
    post: operations['importPartners']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/partners/template.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An empty file for importing partners */
    get: operations['getPartnersTemplate']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/rewards': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Import rewards from a file, as the part `file` of a form or as the body */
    post: operations['importRewards']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/rewards/template.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An empty file for importing rewards */
    get: operations['getRewardsTemplate']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/transactions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Import transactions from a file, as the part `file` of a form or as the body */
    post: operations['importTransactions']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/import/transactions/template.csv': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An empty file for importing transactions */
    get: operations['getTransactionsTemplate']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/partnerships': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List partners */
    get: operations['listPartnershipsV1']
    put?: never
    /** Add a partner, with a referral link */
    post: operations['createPartnershipV1']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/partnerships/{public_key}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Add a partner, with a referral link */
    post: operations['createPartnershipOf']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/remember': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Write the cookies of a page from those that this host was sent, as the script has it done */
    post: operations['remember']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/signups': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Tell of a sign-up from any page, as the script does; the same answer for new and known customers */
    post: operations['signUp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/transactions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List transactions */
    get: operations['listTransactionsV1']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/transactions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Read a transaction; archived ones are shown, and what became of them */
    get: operations['getTransactionV1']
    put?: never
    post?: never
    /** Archive a transaction */
    delete: operations['archiveTransactionV1']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List webhooks */
    get: operations['listWebhooksV1']
    put?: never
    /** Have an event told to an address; the secret that signs it is shown this once */
    post: operations['createWebhookV1']
    /** Delete the webhook of an event and address */
    delete: operations['deleteWebhookV1']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    Action: {
      archived: boolean
      /** @description Only to a partner. */
      company?: components['schemas']['Company']
      /** @description Epoch milliseconds. */
      created_at: number
      customer: {
        email: string | null
        external_key: string
        key: string
        name: string | null
      } | null
      customer_key: string | null
      external_key: string | null
      key: string
      partner_key: string
      partnership_key: string
      /** @enum {string} */
      target_type: 'customer' | 'partnership'
      test: boolean
      type: string
      /** @description Epoch milliseconds. */
      updated_at: number
      value: number
    }
    Company: {
      key: string
      name: string
    }
    Customer: {
      archived: boolean
      /** @description Only to a partner. */
      company?: components['schemas']['Company']
      /** @description Epoch milliseconds. */
      created_at: number
      /** @description The vendor's own id of the customer. */
      customer_key: string
      email: string | null
      /** @description When who they are was forgotten; null: it was not. */
      erased_at: number | null
      external_key: string
      field_data: {
        [key: string]: unknown
      }
      fields: components['schemas']['Field'][]
      /** @description Its rewards wait on hold until somebody has looked at it. */
      flagged: boolean
      /** @description Why, the oldest first, those that were cleared as well. */
      flags: components['schemas']['Flag'][]
      /** @description Internal key, `cus_…`. */
      key: string
      mdata: {
        [key: string]: unknown
      }
      /** @description Always empty: what was given is in `fields`, `field_data` and `mdata`. */
      meta: {
        [key: string]: unknown
      }
      name: string | null
      partner_key: string
      partnership_key: string
      /** @description The payment platform's id of the customer; the newest of several. */
      provider_key: string | null
      /** @description The click that brought it, where that is known. */
      source_key: string | null
      /** @description Who made it: `script`, `api`, `import` or a platform. */
      source_type: string
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    CustomerV1: {
      /** @description Epoch milliseconds. */
      created_at: number
      /** @description The vendor's own id of the customer. */
      customer_key: string
      email: string | null
      /** @description Internal key, `cus_…`. */
      key: string
      name: string | null
      partner_key: string
      /** @description The payment platform's id of the customer; the newest of several. */
      provider_key: string | null
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Deal: {
      account_name: string | null
      amount: number | null
      archived: boolean
      close_date: string | null
      contact_email: string | null
      contact_first_name: string | null
      contact_last_name: string | null
      /** @description Epoch milliseconds. */
      created_at: number
      /** @description Whom it became. */
      customer_key: string | null
      external_key: string | null
      field_data: {
        [key: string]: unknown
      }
      fields: components['schemas']['Field'][]
      /** @description Its own group's key, else its partner's. */
      group_key: string | null
      key: string
      lost_reason: string | null
      mdata: {
        [key: string]: unknown
      }
      meta: {
        [key: string]: unknown
      }
      mold_key: null
      partner_key: string | null
      partnership_key: string | null
      /** @enum {string} */
      source: 'partner' | 'vendor'
      stage: string | null
      team: unknown
      team_member: unknown
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Error: {
      /** @description The same text as `message`. */
      error: string
      message: string
      /** @description The HTTP status. */
      status: number
    }
    Field: {
      api_name: string
      name: string
      read_only: boolean
      value: unknown
    }
    Flag: {
      /** @description When somebody found it in order; null while rewards wait. */
      cleared_at: number | null
      /** @description Epoch milliseconds. */
      flagged_at: number
      /** @description In plain words; rewards on hold for it say the same in `holds`. */
      reason: string
      /** @enum {string} */
      rule: 'same_email' | 'same_domain' | 'no_click' | 'shared_click' | 'archived_partner'
    }
    FormTemplate: {
      description: string
      fields: {
        api_name: string
        hidden: boolean
        name: string
        position: number
        required: boolean
        /** @enum {string} */
        type: 'input' | 'number' | 'date' | 'email' | 'picklist'
      }[]
      groups: unknown[]
      key: string
      name: string
      title: string
      /** @enum {string} */
      type: 'deal' | 'lead'
    }
    Group: {
      archived: boolean
      /** @description Epoch milliseconds. */
      created_at: number
      default: boolean
      /** @description Where its partners' default links lead; null: the setting site_url. */
      destination: string | null
      features: {
        [key: string]: unknown
      }
      key: string
      name: string
      slug: string
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Import: {
      actor: string
      /** @enum {string} */
      amount_unit: 'minor' | 'major'
      created: number
      /** @description Epoch milliseconds. */
      created_at: number
      dry_run: boolean
      encoding: string
      /** @description The first hundred. */
      errors: components['schemas']['ImportProblem'][]
      /** @description Refused: see errors.csv. */
      failed: number
      file_name: string | null
      finished_at: number | null
      key: string
      progress: number
      /** @description Why it failed as a whole. */
      reason: string | null
      /** @description Worked so far. */
      rows: number
      sha256: string
      /** @description Bytes. */
      size: number
      started_at: number | null
      /** @enum {string} */
      state: 'queued' | 'running' | 'done' | 'failed'
      test: boolean
      /** @enum {string} */
      type: 'partners' | 'customers' | 'transactions' | 'rewards'
      unchanged: number
      updated: number
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    ImportProblem: {
      column: string | null
      /** @description The physical line on which the row starts; the header is 1. */
      line: number
      reason: string
      value: string | null
    }
    Lead: {
      amount: number | null
      approved: boolean | null
      archived: boolean
      company: string | null
      /** @description Epoch milliseconds. */
      created_at: number
      /** @description Whom it became. */
      customer_key: string | null
      email: string | null
      external_key: string | null
      field_data: {
        [key: string]: unknown
      }
      fields: components['schemas']['Field'][]
      /** @description Its own group's key, else its partner's. */
      group_key: string | null
      key: string
      mdata: {
        [key: string]: unknown
      }
      meta: {
        [key: string]: unknown
      }
      mold_key: null
      name: string | null
      partner_key: string | null
      partnership_key: string | null
      /** @enum {string} */
      status: 'open' | 'closed' | 'dead' | 'closed won' | 'closed lost'
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Link: {
      /** @description Epoch milliseconds. */
      created_at: number
      /** @description Null: the group's destination, else the setting site_url. */
      destination: string | null
      key: string
      partner_key: string
      partnership_key: string
      path: string
      test: boolean
      title: string | null
      /** @description Epoch milliseconds. */
      updated_at: number
      url: string
    }
    MarketplaceProgram: {
      category: string[]
      country: string | null
      /** @description Epoch milliseconds. */
      created_at: number
      description: string | null
      has_sub_id: boolean
      key: string
      logo: string | null
      name: string
      website: string
    }
    Partnership: {
      archived: boolean
      claimed: boolean
      /** @description Only to a partner. */
      company?: components['schemas']['Company']
      /** @description Epoch milliseconds. */
      created_at: number
      email: string
      field_data: {
        [key: string]: unknown
      }
      fields: components['schemas']['Field'][]
      first_name: string | null
      group: {
        key: string
        name: string
        slug: string
      } | null
      /** @description Only to a partner. */
      has_sub_id?: boolean
      /** @description Epoch milliseconds. */
      joined_at: number
      /** @description Internal key, `part_…`. */
      key: string
      last_name: string | null
      manager: {
        email: string | null
        name: string | null
      } | null
      mdata: {
        [key: string]: unknown
      }
      /** @description Public and unique; it is in links and cookies. */
      partner_key: string
      /** @description Always empty: figures are not counted while a list is read. */
      stats: Record<string, never>
      tags: string[]
      team: {
        key: string
        name: string
      }
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Reward: {
      action: {
        key: string
        type: string
        value: number
      } | null
      /** @description Minor units of the currency, as the platform counts them. */
      amount: number
      /** @description Null: amounts are never converted without rates. */
      amount_usd: number | null
      archived: boolean
      /** @description Only to a partner. */
      company?: components['schemas']['Company']
      /** @description Epoch milliseconds. */
      created_at: number
      currency: string
      customer: {
        email: string | null
        external_key: string
        key: string
        name: string | null
      } | null
      description: string | null
      /** @description The end of its hold period, epoch milliseconds. */
      hold_until: number | null
      /** @description Why it is on hold, in plain words. */
      holds: string[]
      /** @description Null until payouts exist. */
      invoice: null
      key: string
      offer: {
        description: string
        key: string
      } | null
      partnership: {
        group: {
          key: string
          name: string
          slug: string
        } | null
        key: string
        name: string
        partner_key: string
      }
      payment_status: ('pending' | 'available' | 'paid_externally') | null
      /** @enum {string} */
      reward_status: 'hold' | 'pending' | 'approved' | 'paid' | 'declined'
      /** @enum {string} */
      status: 'hold' | 'pending' | 'approved' | 'paid' | 'declined'
      test: boolean
      transaction: {
        /** @description Minor units of the currency, as the platform counts them. */
        amount: number
        currency: string
        key: string
      } | null
      trigger: {
        key: string
      } | null
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Subscription: {
      amount: number | null
      cancelled_at: number | null
      /** @description Epoch milliseconds. */
      created_at: number
      currency: string | null
      current_period_end: number | null
      customer_key: string
      key: string
      plan_key: string | null
      provider: string
      provider_key: string
      quantity: number | null
      status: string
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Transaction: {
      /** @description Minor units of the currency, as the platform counts them. */
      amount: number
      /** @description Minor units of the currency, as the platform counts them. */
      amount_refunded: number
      /** @description Null: amounts are never converted without rates. */
      amount_usd: number | null
      approved: boolean
      archived: boolean
      category_key: string | null
      /** @description Only to a partner. */
      company?: components['schemas']['Company']
      /** @description Epoch milliseconds. */
      created_at: number
      currency: string
      customer: {
        email: string | null
        external_key: string
        key: string
        name: string | null
      }
      customer_key: string
      /** @description The key given with it, else its platform's id, else `tran_…`. */
      key: string
      metadata: {
        [key: string]: unknown
      }
      partner_key: string
      partnership_key: string
      product_key: string | null
      replaced_by: string | null
      /** @description Who reported it: a platform, `api` or `script`. */
      source: string
      source_key: string
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Trigger: {
      archived: boolean
      conditions: {
        action_type: string | null
        at_most: number | null
        category_keys: string[]
        currency: string | null
        first_only: boolean
        /** @description Groups' internal keys. */
        groups: string[]
        product_keys: string[]
        within_months: number | null
      }
      /** @description Epoch milliseconds. */
      created_at: number
      /** @enum {string} */
      event: 'signup' | 'transaction' | 'action'
      key: string
      name: string
      /** @description A percentage of the net amount, or an amount. */
      reward:
        | {
            percent: number
            /** @constant */
            type: 'percent'
          }
        | {
            /** @description Minor units of the currency, as the platform counts them. */
            amount: number
            currency: string
            /** @constant */
            type: 'flat'
          }
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    Webhook: {
      /** @description Epoch milliseconds. */
      created_at: number
      disabled_reason: string | null
      enabled: boolean
      events: string[]
      /** @description Since when every attempt has failed, epoch milliseconds. */
      failing_since: number | null
      key: string
      /** @description Only in the answer that makes it: it is shown this once. */
      secret?: string
      target: string
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
    WebhookV1: {
      /** @description Epoch milliseconds. */
      created_at: number
      event: string
      key: string
      /** @description Only in the answer that makes it: it is shown this once. */
      secret?: string
      target_url: string
      test: boolean
      /** @description Epoch milliseconds. */
      updated_at: number
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  assignDeal: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path: {
        /** @description The deal's key or external key. */
        deal: string
        /** @description partner_key, internal key or e-mail. */
        partnership: string
        /** @description The partner's team; a partner has only one. */
        stack: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Deal assigned */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal assigned",
           *       "data": {
           *         "key": "deal_0SlGqA3Lm8Vt6Y",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "account_name": "Initech",
           *         "amount": 1200000,
           *         "close_date": "2026-06-30",
           *         "contact_first_name": "Peter",
           *         "contact_last_name": "Gibbons",
           *         "contact_email": "peter@initech.example",
           *         "stage": "qualified",
           *         "source": "partner",
           *         "lost_reason": null,
           *         "team": null,
           *         "team_member": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Deal']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getDealFile: {
    parameters: {
      query?: never
      header?: never
      path: {
        deal: string
        file: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listActions: {
    parameters: {
      query?: {
        action_type?: string
        /** @description customer_key, internal key or e-mail. */
        customer_key?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Actions retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Actions retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "act_0SlGqC4Rk7Xe2M",
           *             "external_key": "upload-7",
           *             "target_type": "customer",
           *             "type": "upload",
           *             "value": 1,
           *             "customer": {
           *               "key": "cus_0SlGpYh3Kq9Zb1",
           *               "email": "carla@example.com",
           *               "external_key": "user-42",
           *               "name": "Carla Ruiz"
           *             },
           *             "customer_key": "user-42",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "test": false,
           *             "archived": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Action'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createAction: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "target_type": "customer",
         *       "target_key": "user-42",
         *       "type": "upload",
         *       "value": 1,
         *       "external_key": "upload-7"
         *     }
         */
        'application/json': {
          /** @description Unique; given again, it is the action that stands. */
          external_key?: string
          /** @description A customer_key, partner_key, internal key or e-mail. */
          target_key: string
          /** @enum {string} */
          target_type: 'customer' | 'partnership'
          type: string
          /** @description How many times it was done. */
          value: number
        }
      }
    }
    responses: {
      /** @description Action tracked successfully */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Action tracked successfully",
           *       "data": {
           *         "key": "act_0SlGqC4Rk7Xe2M",
           *         "external_key": "upload-7",
           *         "target_type": "customer",
           *         "type": "upload",
           *         "value": 1,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Action']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveAction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Its external key, or `act_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Action archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Action archived",
           *       "data": {
           *         "key": "act_0SlGqC4Rk7Xe2M",
           *         "external_key": "upload-7",
           *         "target_type": "customer",
           *         "type": "upload",
           *         "value": 1,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "test": false,
           *         "archived": true,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Action']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description ACTION_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listCustomers: {
    parameters: {
      query?: {
        /** @description A comma list. */
        customer_key?: string
        email?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        /** @description Only those whose rewards wait for a second look, or only the others. */
        flagged?: boolean
        /** @description A group's key or slug. */
        group?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description Some letters of customer_key, provider_key, e-mail or name. */
        search?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Customers retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customers retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "cus_0SlGpYh3Kq9Zb1",
           *             "customer_key": "user-42",
           *             "external_key": "user-42",
           *             "email": "carla@example.com",
           *             "name": "Carla Ruiz",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "provider_key": "cus_NffrFeUfNV2Hib",
           *             "source_type": "api",
           *             "source_key": null,
           *             "flagged": false,
           *             "flags": [],
           *             "test": false,
           *             "archived": false,
           *             "erased_at": null,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000,
           *             "meta": {},
           *             "fields": [
           *               {
           *                 "api_name": "plan",
           *                 "name": "plan",
           *                 "value": "pro",
           *                 "read_only": false
           *               }
           *             ],
           *             "field_data": {
           *               "plan": "pro"
           *             },
           *             "mdata": {
           *               "plan": "pro"
           *             }
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Customer'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createCustomer: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "customer_key": "user-42",
         *       "email": "carla@example.com",
         *       "partner_key": "ada",
         *       "meta": {
         *         "plan": "pro"
         *       }
         *     }
         */
        'application/json': {
          /** @description Absent or null: the e-mail stands in. */
          customer_key?: string
          email: string
          ip_address?: unknown
          meta?: {
            [key: string]: unknown
          }
          name?: string
          partner_key: string
          provider_key?: string
        }
      }
    }
    responses: {
      /** @description Customer created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer created",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": false,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getCustomer: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Customer retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer retrieved",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": false,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "Carla Ruiz"
         *     }
         */
        'application/json': {
          customer_key?: string
          email?: string
          /** @description Attributes that are not named stay. */
          meta?: {
            [key: string]: unknown
          }
          name?: string
          /** @description Null clears. */
          provider_key?: string | null
        }
      }
    }
    responses: {
      /** @description Customer updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer updated",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": false,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Customer archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer archived",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": true,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "Carla Ruiz"
         *     }
         */
        'application/json': {
          customer_key?: string
          email?: string
          /** @description Attributes that are not named stay. */
          meta?: {
            [key: string]: unknown
          }
          name?: string
          /** @description Null clears. */
          provider_key?: string | null
        }
      }
    }
    responses: {
      /** @description Customer updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer updated",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": false,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listSubscriptions: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail of the customer. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Subscriptions retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Subscriptions retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "sub_0SlGpYh3Kq9Zb1",
           *             "provider": "stripe",
           *             "provider_key": "sub_1MowQVLkdIwHu7ix",
           *             "customer_key": "user-42",
           *             "status": "active",
           *             "plan_key": "price_pro",
           *             "quantity": 1,
           *             "amount": 4900,
           *             "currency": "USD",
           *             "current_period_end": 1769904000000,
           *             "cancelled_at": null,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Subscription'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listDeals: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        external_key?: string
        /** @description A group's key or slug. */
        group?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Deals retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deals retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "deal_0SlGqA3Lm8Vt6Y",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "group_key": "grup_0SlGpWk5Rd1Vn4",
           *             "external_key": "crm-7",
           *             "customer_key": null,
           *             "meta": {},
           *             "fields": [],
           *             "field_data": {},
           *             "mdata": {},
           *             "mold_key": null,
           *             "test": false,
           *             "archived": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000,
           *             "account_name": "Initech",
           *             "amount": 1200000,
           *             "close_date": "2026-06-30",
           *             "contact_first_name": "Peter",
           *             "contact_last_name": "Gibbons",
           *             "contact_email": "peter@initech.example",
           *             "stage": "qualified",
           *             "source": "partner",
           *             "lost_reason": null,
           *             "team": null,
           *             "team_member": null
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Deal'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createDeal: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "partner_key": "ada",
         *       "account_name": "Initech",
         *       "amount": 1200000,
         *       "close_date": "2026-06-30"
         *     }
         */
        'application/json': {
          account_name?: string
          amount?: number
          /** Format: date */
          close_date?: string
          contact_email?: string
          contact_first_name?: string
          contact_last_name?: string
          external_key?: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          group_key?: string
          lost_reason?: string
          meta?: {
            [key: string]: unknown
          }
          partner_key?: string
          /** @enum {string} */
          source?: 'partner' | 'vendor'
          stage?: string
          team?:
            | {
                [key: string]: unknown
              }
            | string
          team_member?:
            | {
                [key: string]: unknown
              }
            | string
        }
      }
    }
    responses: {
      /** @description Deal created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal created",
           *       "data": {
           *         "key": "deal_0SlGqA3Lm8Vt6Y",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "account_name": "Initech",
           *         "amount": 1200000,
           *         "close_date": "2026-06-30",
           *         "contact_first_name": "Peter",
           *         "contact_last_name": "Gibbons",
           *         "contact_email": "peter@initech.example",
           *         "stage": "qualified",
           *         "source": "partner",
           *         "lost_reason": null,
           *         "team": null,
           *         "team_member": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Deal']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND, NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getDeal: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description The deal's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Deal retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal retrieved",
           *       "data": {
           *         "key": "deal_0SlGqA3Lm8Vt6Y",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "account_name": "Initech",
           *         "amount": 1200000,
           *         "close_date": "2026-06-30",
           *         "contact_first_name": "Peter",
           *         "contact_last_name": "Gibbons",
           *         "contact_email": "peter@initech.example",
           *         "stage": "qualified",
           *         "source": "partner",
           *         "lost_reason": null,
           *         "team": null,
           *         "team_member": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Deal']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceDeal: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The deal's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "stage": "qualified"
         *     }
         */
        'application/json': {
          account_name?: string
          amount?: number
          /** Format: date */
          close_date?: string
          contact_email?: string
          contact_first_name?: string
          contact_last_name?: string
          external_key?: string | null
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          group_key?: string
          lost_reason?: string
          meta?: {
            [key: string]: unknown
          }
          partner_key?: string
          /** @enum {string} */
          source?: 'partner' | 'vendor'
          stage?: string
          team?:
            | {
                [key: string]: unknown
              }
            | string
          team_member?:
            | {
                [key: string]: unknown
              }
            | string
        }
      }
    }
    responses: {
      /** @description Deal updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal updated",
           *       "data": {
           *         "key": "deal_0SlGqA3Lm8Vt6Y",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "account_name": "Initech",
           *         "amount": 1200000,
           *         "close_date": "2026-06-30",
           *         "contact_first_name": "Peter",
           *         "contact_last_name": "Gibbons",
           *         "contact_email": "peter@initech.example",
           *         "stage": "qualified",
           *         "source": "partner",
           *         "lost_reason": null,
           *         "team": null,
           *         "team_member": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Deal']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveDeal: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The deal's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Deal archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal archived",
           *       "data": {
           *         "key": "deal_0SlGqA3Lm8Vt6Y",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "account_name": "Initech",
           *         "amount": 1200000,
           *         "close_date": "2026-06-30",
           *         "contact_first_name": "Peter",
           *         "contact_last_name": "Gibbons",
           *         "contact_email": "peter@initech.example",
           *         "stage": "qualified",
           *         "source": "partner",
           *         "lost_reason": null,
           *         "team": null,
           *         "team_member": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Deal']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateDeal: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The deal's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "stage": "qualified"
         *     }
         */
        'application/json': {
          account_name?: string
          amount?: number
          /** Format: date */
          close_date?: string
          contact_email?: string
          contact_first_name?: string
          contact_last_name?: string
          external_key?: string | null
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          group_key?: string
          lost_reason?: string
          meta?: {
            [key: string]: unknown
          }
          partner_key?: string
          /** @enum {string} */
          source?: 'partner' | 'vendor'
          stage?: string
          team?:
            | {
                [key: string]: unknown
              }
            | string
          team_member?:
            | {
                [key: string]: unknown
              }
            | string
        }
      }
    }
    responses: {
      /** @description Deal updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal updated",
           *       "data": {
           *         "key": "deal_0SlGqA3Lm8Vt6Y",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "account_name": "Initech",
           *         "amount": 1200000,
           *         "close_date": "2026-06-30",
           *         "contact_first_name": "Peter",
           *         "contact_last_name": "Gibbons",
           *         "contact_email": "peter@initech.example",
           *         "stage": "qualified",
           *         "source": "partner",
           *         "lost_reason": null,
           *         "team": null,
           *         "team_member": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Deal']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  convertDeal: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path: {
        /** @description The deal's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "peter@initech.example",
         *       "customer_key": "user-42"
         *     }
         */
        'application/json': {
          customer_key?: string
          email: string
          name?: string
        }
      }
    }
    responses: {
      /** @description Deal converted */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Deal converted",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": false,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CONFLICT */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listDealFiles: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The deal's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Files retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Files retrieved",
           *       "data": {
           *         "items": [],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: Record<string, never>[]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listDealFormTemplates: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Form templates retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Form templates retrieved",
           *       "data": [
           *         {
           *           "key": "template_deal",
           *           "name": "Default",
           *           "title": "Register a deal",
           *           "description": "",
           *           "type": "deal",
           *           "fields": [
           *             {
           *               "api_name": "account_name",
           *               "name": "Account name",
           *               "type": "input",
           *               "position": 0,
           *               "required": true,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "amount",
           *               "name": "Amount",
           *               "type": "number",
           *               "position": 1,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "close_date",
           *               "name": "Close date",
           *               "type": "date",
           *               "position": 2,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "contact_first_name",
           *               "name": "Contact first name",
           *               "type": "input",
           *               "position": 3,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "contact_last_name",
           *               "name": "Contact last name",
           *               "type": "input",
           *               "position": 4,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "contact_email",
           *               "name": "Contact email",
           *               "type": "email",
           *               "position": 5,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "stage",
           *               "name": "Stage",
           *               "type": "input",
           *               "position": 6,
           *               "required": false,
           *               "hidden": false
           *             }
           *           ],
           *           "groups": []
           *         }
           *       ]
           *     }
           */
          'application/json': {
            data: components['schemas']['FormTemplate'][]
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listGroups: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Groups retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Groups retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "grup_0SlGpWk5Rd1Vn4",
           *             "name": "Agencies",
           *             "slug": "agencies",
           *             "default": false,
           *             "archived": false,
           *             "destination": "https://acme.example/agencies",
           *             "features": {
           *               "application_enabled": false,
           *               "deals_enabled": true,
           *               "disable_link_create": false,
           *               "leads_enabled": true
           *             },
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Group'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createGroup: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Agencies",
         *       "destination": "https://acme.example/agencies"
         *     }
         */
        'application/json': {
          destination?: string
          features?: {
            [key: string]: unknown
          }
          name: string
          /** @description Absent: made from the name. */
          slug?: string
        }
      }
    }
    responses: {
      /** @description Group created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Group created",
           *       "data": {
           *         "key": "grup_0SlGpWk5Rd1Vn4",
           *         "name": "Agencies",
           *         "slug": "agencies",
           *         "default": false,
           *         "archived": false,
           *         "destination": "https://acme.example/agencies",
           *         "features": {
           *           "application_enabled": false,
           *           "deals_enabled": true,
           *           "disable_link_create": false,
           *           "leads_enabled": true
           *         },
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Group']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getGroup: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description Key or slug. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Group retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Group retrieved",
           *       "data": {
           *         "key": "grup_0SlGpWk5Rd1Vn4",
           *         "name": "Agencies",
           *         "slug": "agencies",
           *         "default": false,
           *         "archived": false,
           *         "destination": "https://acme.example/agencies",
           *         "features": {
           *           "application_enabled": false,
           *           "deals_enabled": true,
           *           "disable_link_create": false,
           *           "leads_enabled": true
           *         },
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Group']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceGroup: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Key or slug. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "Agencies"
         *     }
         */
        'application/json': {
          destination?: string
          features?: {
            [key: string]: unknown
          }
          name?: string
          slug?: string
        }
      }
    }
    responses: {
      /** @description Group updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Group updated",
           *       "data": {
           *         "key": "grup_0SlGpWk5Rd1Vn4",
           *         "name": "Agencies",
           *         "slug": "agencies",
           *         "default": false,
           *         "archived": false,
           *         "destination": "https://acme.example/agencies",
           *         "features": {
           *           "application_enabled": false,
           *           "deals_enabled": true,
           *           "disable_link_create": false,
           *           "leads_enabled": true
           *         },
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Group']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN, CONFLICT */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveGroup: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Key or slug. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Group archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Group archived",
           *       "data": {
           *         "key": "grup_0SlGpWk5Rd1Vn4",
           *         "name": "Agencies",
           *         "slug": "agencies",
           *         "default": false,
           *         "archived": true,
           *         "destination": "https://acme.example/agencies",
           *         "features": {
           *           "application_enabled": false,
           *           "deals_enabled": true,
           *           "disable_link_create": false,
           *           "leads_enabled": true
           *         },
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Group']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CONFLICT */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateGroup: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Key or slug. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "Agencies"
         *     }
         */
        'application/json': {
          destination?: string
          features?: {
            [key: string]: unknown
          }
          name?: string
          slug?: string
        }
      }
    }
    responses: {
      /** @description Group updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Group updated",
           *       "data": {
           *         "key": "grup_0SlGpWk5Rd1Vn4",
           *         "name": "Agencies",
           *         "slug": "agencies",
           *         "default": false,
           *         "archived": false,
           *         "destination": "https://acme.example/agencies",
           *         "features": {
           *           "application_enabled": false,
           *           "deals_enabled": true,
           *           "disable_link_create": false,
           *           "leads_enabled": true
           *         },
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Group']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN, CONFLICT */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listLeads: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        external_key?: string
        /** @description A group's key or slug. */
        group?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Leads retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Leads retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "lead_0SlGqB9Np2Wd4K",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "group_key": "grup_0SlGpWk5Rd1Vn4",
           *             "external_key": "crm-7",
           *             "customer_key": null,
           *             "meta": {},
           *             "fields": [],
           *             "field_data": {},
           *             "mdata": {},
           *             "mold_key": null,
           *             "test": false,
           *             "archived": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000,
           *             "status": "open",
           *             "amount": null,
           *             "approved": true,
           *             "email": "milton@initech.example",
           *             "name": "Milton",
           *             "company": "Initech"
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Lead'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createLead: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "partner_key": "ada",
         *       "email": "milton@initech.example",
         *       "name": "Milton",
         *       "company": "Initech"
         *     }
         */
        'application/json': {
          amount?: number
          approved?: boolean
          company?: string
          email?: string
          external_key?: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          meta?: {
            [key: string]: unknown
          }
          name?: string
          partner_key?: string
          /** @enum {string} */
          status?: 'open' | 'closed' | 'dead' | 'closed won' | 'closed lost'
        }
      }
    }
    responses: {
      /** @description Lead created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Lead created",
           *       "data": {
           *         "key": "lead_0SlGqB9Np2Wd4K",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "status": "open",
           *         "amount": null,
           *         "approved": true,
           *         "email": "milton@initech.example",
           *         "name": "Milton",
           *         "company": "Initech"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Lead']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getLead: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description The lead's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Lead retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Lead retrieved",
           *       "data": {
           *         "key": "lead_0SlGqB9Np2Wd4K",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "status": "open",
           *         "amount": null,
           *         "approved": true,
           *         "email": "milton@initech.example",
           *         "name": "Milton",
           *         "company": "Initech"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Lead']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceLead: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The lead's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "status": "closed won"
         *     }
         */
        'application/json': {
          amount?: number
          approved?: boolean
          company?: string
          email?: string
          /** @description Null clears. */
          external_key?: string | null
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          meta?: {
            [key: string]: unknown
          }
          name?: string
          partner_key?: string
          /** @enum {string} */
          status?: 'open' | 'closed' | 'dead' | 'closed won' | 'closed lost'
        }
      }
    }
    responses: {
      /** @description Lead updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Lead updated",
           *       "data": {
           *         "key": "lead_0SlGqB9Np2Wd4K",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "status": "open",
           *         "amount": null,
           *         "approved": true,
           *         "email": "milton@initech.example",
           *         "name": "Milton",
           *         "company": "Initech"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Lead']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveLead: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The lead's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Lead archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Lead archived",
           *       "data": {
           *         "key": "lead_0SlGqB9Np2Wd4K",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "status": "open",
           *         "amount": null,
           *         "approved": true,
           *         "email": "milton@initech.example",
           *         "name": "Milton",
           *         "company": "Initech"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Lead']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateLead: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The lead's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "status": "closed won"
         *     }
         */
        'application/json': {
          amount?: number
          approved?: boolean
          company?: string
          email?: string
          /** @description Null clears. */
          external_key?: string | null
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          meta?: {
            [key: string]: unknown
          }
          name?: string
          partner_key?: string
          /** @enum {string} */
          status?: 'open' | 'closed' | 'dead' | 'closed won' | 'closed lost'
        }
      }
    }
    responses: {
      /** @description Lead updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Lead updated",
           *       "data": {
           *         "key": "lead_0SlGqB9Np2Wd4K",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "group_key": "grup_0SlGpWk5Rd1Vn4",
           *         "external_key": "crm-7",
           *         "customer_key": null,
           *         "meta": {},
           *         "fields": [],
           *         "field_data": {},
           *         "mdata": {},
           *         "mold_key": null,
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "status": "open",
           *         "amount": null,
           *         "approved": true,
           *         "email": "milton@initech.example",
           *         "name": "Milton",
           *         "company": "Initech"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Lead']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  convertLead: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path: {
        /** @description The lead's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "peter@initech.example",
         *       "customer_key": "user-42"
         *     }
         */
        'application/json': {
          customer_key?: string
          email: string
          name?: string
        }
      }
    }
    responses: {
      /** @description Lead converted */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Lead converted",
           *       "data": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "external_key": "user-42",
           *         "email": "carla@example.com",
           *         "name": "Carla Ruiz",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "source_type": "api",
           *         "source_key": null,
           *         "flagged": false,
           *         "flags": [],
           *         "test": false,
           *         "archived": false,
           *         "erased_at": null,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "meta": {},
           *         "fields": [
           *           {
           *             "api_name": "plan",
           *             "name": "plan",
           *             "value": "pro",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "plan": "pro"
           *         },
           *         "mdata": {
           *           "plan": "pro"
           *         }
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Customer']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CONFLICT */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listLeadFiles: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The lead's key or external key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Files retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Files retrieved",
           *       "data": {
           *         "items": [],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: Record<string, never>[]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listLeadFormTemplates: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Form templates retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Form templates retrieved",
           *       "data": [
           *         {
           *           "key": "template_lead",
           *           "name": "Default",
           *           "title": "Recommend somebody",
           *           "description": "",
           *           "type": "lead",
           *           "fields": [
           *             {
           *               "api_name": "name",
           *               "name": "Name",
           *               "type": "input",
           *               "position": 0,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "email",
           *               "name": "Email",
           *               "type": "email",
           *               "position": 1,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "company",
           *               "name": "Company",
           *               "type": "input",
           *               "position": 2,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "amount",
           *               "name": "Amount",
           *               "type": "number",
           *               "position": 3,
           *               "required": false,
           *               "hidden": false
           *             },
           *             {
           *               "api_name": "status",
           *               "name": "Status",
           *               "type": "picklist",
           *               "position": 4,
           *               "required": false,
           *               "hidden": false
           *             }
           *           ],
           *           "groups": []
           *         }
           *       ]
           *     }
           */
          'application/json': {
            data: components['schemas']['FormTemplate'][]
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listLinks: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path: {
        /** @description partner_key, internal key or e-mail. */
        partnership: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Links retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Links retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "link_0SlGpZb7Qe3Wm9",
           *             "path": "ada-spring",
           *             "url": "https://partners.acme.example/r/ada-spring",
           *             "destination": "https://acme.example/spring",
           *             "title": "Spring campaign",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "test": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Link'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createLink: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path: {
        /** @description partner_key, internal key or e-mail. */
        partnership: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "path": "ada-spring",
         *       "destination": "https://acme.example/spring"
         *     }
         */
        'application/json': {
          /** @description Absent: the group's, else the setting site_url. */
          destination?: string
          /** @description Unique over both modes; absent: made up. */
          path?: string
          title?: string
        }
      }
    }
    responses: {
      /** @description Link created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Link created",
           *       "data": {
           *         "key": "link_0SlGpZb7Qe3Wm9",
           *         "path": "ada-spring",
           *         "url": "https://partners.acme.example/r/ada-spring",
           *         "destination": "https://acme.example/spring",
           *         "title": "Spring campaign",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Link']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listPrograms: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Programs retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Programs retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "co_5f8Kq2Xb",
           *             "name": "acme.example",
           *             "website": "https://acme.example/",
           *             "category": [],
           *             "country": null,
           *             "description": null,
           *             "created_at": 1767225600000,
           *             "has_sub_id": false,
           *             "logo": null
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['MarketplaceProgram'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getProgram: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The program's key. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Program retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Program retrieved",
           *       "data": {
           *         "key": "co_5f8Kq2Xb",
           *         "name": "acme.example",
           *         "website": "https://acme.example/",
           *         "category": [],
           *         "country": null,
           *         "description": null,
           *         "created_at": 1767225600000,
           *         "has_sub_id": false,
           *         "logo": null
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['MarketplaceProgram']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listPartnerships: {
    parameters: {
      query?: {
        email?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        /** @description A group's key or slug. */
        group?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description Some letters of partner_key, e-mail or name. */
        search?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Partnerships retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnerships retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "part_0SlGpXa8Mz2Tc7",
           *             "partner_key": "ada",
           *             "email": "ada@partners.example",
           *             "first_name": "Ada",
           *             "last_name": "Byron",
           *             "group": {
           *               "key": "grup_0SlGpWk5Rd1Vn4",
           *               "name": "Agencies",
           *               "slug": "agencies"
           *             },
           *             "team": {
           *               "key": "part_0SlGpXa8Mz2Tc7",
           *               "name": "Ada Byron"
           *             },
           *             "tags": [
           *               "analytics"
           *             ],
           *             "fields": [
           *               {
           *                 "api_name": "country",
           *                 "name": "country",
           *                 "value": "GB",
           *                 "read_only": false
           *               }
           *             ],
           *             "field_data": {
           *               "country": "GB"
           *             },
           *             "mdata": {
           *               "country": "GB"
           *             },
           *             "manager": {
           *               "email": "mia@acme.example",
           *               "name": "Mia"
           *             },
           *             "claimed": true,
           *             "stats": {},
           *             "test": false,
           *             "archived": false,
           *             "joined_at": 1767225600000,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Partnership'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createPartnership: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "ada@partners.example",
         *       "first_name": "Ada",
         *       "partner_key": "ada"
         *     }
         */
        'application/json': {
          /** @description Where its default link leads; absent: as its group's. */
          destination?: string
          email: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          first_name?: string
          /** @description As `group_key`, which comes first. */
          group?: string
          /** @description A group's key or slug. */
          group_key?: string
          joined_at?: number
          last_name?: string
          manager_email?: string
          manager_name?: string
          /** @description Absent: 12 hexadecimal digits are made up. */
          partner_key?: string
          tags?: string[]
        }
      }
    }
    responses: {
      /** @description Partnership created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership created",
           *       "data": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": false,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Partnership']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getPartnership: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description partner_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Partnership retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership retrieved",
           *       "data": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": false,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Partnership']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replacePartnership: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description partner_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "last_name": "Byron"
         *     }
         */
        'application/json': {
          email?: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          first_name?: string
          /** @description As `group_key`, which comes first. */
          group?: string
          /** @description A group's key or slug. */
          group_key?: string
          last_name?: string
          manager_email?: string
          manager_name?: string
          /** @description Only as it stands: links and cookies carry it. */
          partner_key?: string
          tags?: string[]
        }
      }
    }
    responses: {
      /** @description Partnership updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership updated",
           *       "data": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": false,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Partnership']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND, NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archivePartnership: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description partner_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Partnership archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership archived",
           *       "data": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": true,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Partnership']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updatePartnership: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description partner_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "last_name": "Byron"
         *     }
         */
        'application/json': {
          email?: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          first_name?: string
          /** @description As `group_key`, which comes first. */
          group?: string
          /** @description A group's key or slug. */
          group_key?: string
          last_name?: string
          manager_email?: string
          manager_name?: string
          /** @description Only as it stands: links and cookies carry it. */
          partner_key?: string
          tags?: string[]
        }
      }
    }
    responses: {
      /** @description Partnership updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership updated",
           *       "data": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": false,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Partnership']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND, NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listPayouts: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Payouts retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Payouts retrieved",
           *       "data": {
           *         "items": [],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: Record<string, never>[]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listRewards: {
    parameters: {
      query?: {
        currency?: string
        /** @description customer_key, internal key or e-mail. */
        customer_key?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description A reward's key, or a customer's key or e-mail. */
        keywords?: string
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description A comma list of pending, available, paid_externally. */
        payment_status?: string
        /** @description A comma list of hold, pending, approved, paid, declined. */
        reward_status?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
        transaction_key?: string
        trigger_key?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Rewards retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Rewards retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "rwrd_0SlGqD8Tn1Yf5P",
           *             "amount": 980,
           *             "amount_usd": null,
           *             "currency": "USD",
           *             "description": "20 % of a payment",
           *             "reward_status": "pending",
           *             "status": "pending",
           *             "payment_status": "pending",
           *             "holds": [],
           *             "hold_until": null,
           *             "action": null,
           *             "customer": {
           *               "key": "cus_0SlGpYh3Kq9Zb1",
           *               "email": "carla@example.com",
           *               "name": "Carla Ruiz",
           *               "external_key": "user-42"
           *             },
           *             "invoice": null,
           *             "offer": {
           *               "key": "trig_0SlGqE2Vp5Zg8R",
           *               "description": "20 % of every payment"
           *             },
           *             "partnership": {
           *               "key": "part_0SlGpXa8Mz2Tc7",
           *               "partner_key": "ada",
           *               "name": "Ada Byron",
           *               "group": {
           *                 "key": "grup_0SlGpWk5Rd1Vn4",
           *                 "name": "Agencies",
           *                 "slug": "agencies"
           *               }
           *             },
           *             "transaction": {
           *               "key": "order-1001",
           *               "amount": 4900,
           *               "currency": "USD"
           *             },
           *             "trigger": {
           *               "key": "trig_0SlGqE2Vp5Zg8R"
           *             },
           *             "test": false,
           *             "archived": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Reward'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createReward: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 5000,
         *       "currency": "USD",
         *       "description": "Bonus",
         *       "target": {
         *         "key": "user-42",
         *         "type": "customer"
         *       }
         *     }
         */
        'application/json': {
          amount: number
          /** @description Absent: the program's. */
          currency?: string
          description: string
          /** @description Who or what it is for: whoever that is credited to has it. */
          target: {
            /** @description Of a customer: customer_key, internal key or e-mail. */
            key: string
            /** @enum {string} */
            type: 'customer' | 'transaction'
          }
        }
      }
    }
    responses: {
      /** @description Reward created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Reward created",
           *       "data": {
           *         "key": "rwrd_0SlGqD8Tn1Yf5P",
           *         "amount": 980,
           *         "amount_usd": null,
           *         "currency": "USD",
           *         "description": "20 % of a payment",
           *         "reward_status": "pending",
           *         "status": "pending",
           *         "payment_status": "pending",
           *         "holds": [],
           *         "hold_until": null,
           *         "action": null,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "name": "Carla Ruiz",
           *           "external_key": "user-42"
           *         },
           *         "invoice": null,
           *         "offer": {
           *           "key": "trig_0SlGqE2Vp5Zg8R",
           *           "description": "20 % of every payment"
           *         },
           *         "partnership": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "partner_key": "ada",
           *           "name": "Ada Byron",
           *           "group": {
           *             "key": "grup_0SlGpWk5Rd1Vn4",
           *             "name": "Agencies",
           *             "slug": "agencies"
           *           }
           *         },
           *         "transaction": {
           *           "key": "order-1001",
           *           "amount": 4900,
           *           "currency": "USD"
           *         },
           *         "trigger": {
           *           "key": "trig_0SlGqE2Vp5Zg8R"
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Reward']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND, TRANSACTION_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, CONFLICT */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getReward: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `rwrd_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Reward retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Reward retrieved",
           *       "data": {
           *         "key": "rwrd_0SlGqD8Tn1Yf5P",
           *         "amount": 980,
           *         "amount_usd": null,
           *         "currency": "USD",
           *         "description": "20 % of a payment",
           *         "reward_status": "pending",
           *         "status": "pending",
           *         "payment_status": "pending",
           *         "holds": [],
           *         "hold_until": null,
           *         "action": null,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "name": "Carla Ruiz",
           *           "external_key": "user-42"
           *         },
           *         "invoice": null,
           *         "offer": {
           *           "key": "trig_0SlGqE2Vp5Zg8R",
           *           "description": "20 % of every payment"
           *         },
           *         "partnership": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "partner_key": "ada",
           *           "name": "Ada Byron",
           *           "group": {
           *             "key": "grup_0SlGpWk5Rd1Vn4",
           *             "name": "Agencies",
           *             "slug": "agencies"
           *           }
           *         },
           *         "transaction": {
           *           "key": "order-1001",
           *           "amount": 4900,
           *           "currency": "USD"
           *         },
           *         "trigger": {
           *           "key": "trig_0SlGqE2Vp5Zg8R"
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Reward']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description REWARD_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateReward: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `rwrd_…` */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reward_status": "approved"
         *     }
         */
        'application/json': {
          /** @enum {string} */
          reward_status: 'hold' | 'pending' | 'approved' | 'paid' | 'declined'
        }
      }
    }
    responses: {
      /** @description Reward updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Reward updated",
           *       "data": {
           *         "key": "rwrd_0SlGqD8Tn1Yf5P",
           *         "amount": 980,
           *         "amount_usd": null,
           *         "currency": "USD",
           *         "description": "20 % of a payment",
           *         "reward_status": "approved",
           *         "status": "pending",
           *         "payment_status": "pending",
           *         "holds": [],
           *         "hold_until": null,
           *         "action": null,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "name": "Carla Ruiz",
           *           "external_key": "user-42"
           *         },
           *         "invoice": null,
           *         "offer": {
           *           "key": "trig_0SlGqE2Vp5Zg8R",
           *           "description": "20 % of every payment"
           *         },
           *         "partnership": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "partner_key": "ada",
           *           "name": "Ada Byron",
           *           "group": {
           *             "key": "grup_0SlGpWk5Rd1Vn4",
           *             "name": "Agencies",
           *             "slug": "agencies"
           *           }
           *         },
           *         "transaction": {
           *           "key": "order-1001",
           *           "amount": 4900,
           *           "currency": "USD"
           *         },
           *         "trigger": {
           *           "key": "trig_0SlGqE2Vp5Zg8R"
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Reward']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description REWARD_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description STATUS_NOT_POSSIBLE */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listTransactions: {
    parameters: {
      query?: {
        /** @description customer_key, internal key or e-mail. */
        customer_key?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transactions retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transactions retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "order-1001",
           *             "source": "api",
           *             "source_key": "order-1001",
           *             "amount": 4900,
           *             "amount_usd": null,
           *             "amount_refunded": 0,
           *             "currency": "USD",
           *             "category_key": "subscription",
           *             "product_key": "pro",
           *             "metadata": {},
           *             "approved": true,
           *             "archived": false,
           *             "replaced_by": null,
           *             "test": false,
           *             "customer": {
           *               "key": "cus_0SlGpYh3Kq9Zb1",
           *               "email": "carla@example.com",
           *               "external_key": "user-42",
           *               "name": "Carla Ruiz"
           *             },
           *             "customer_key": "user-42",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Transaction'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createTransaction: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "customer_key": "user-42",
         *       "amount": 4900,
         *       "currency": "USD",
         *       "key": "order-1001",
         *       "product_key": "pro"
         *     }
         */
        'application/json': {
          amount: number
          category_key?: string
          /** @description When it happened; absent: now. */
          created_at?: number
          /** @description Three letters; absent: the program's. */
          currency?: string
          customer_email?: string
          /** @description The vendor's own key. */
          customer_external_key?: string
          /** @description Internal key, else the vendor's own. */
          customer_key?: string
          /** @description The same key with the same content is the same transaction. */
          key?: string
          metadata?: {
            [key: string]: unknown
          }
          product_key?: string
        }
      }
    }
    responses: {
      /** @description Transaction created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transaction created",
           *       "data": {
           *         "key": "order-1001",
           *         "source": "api",
           *         "source_key": "order-1001",
           *         "amount": 4900,
           *         "amount_usd": null,
           *         "amount_refunded": 0,
           *         "currency": "USD",
           *         "category_key": "subscription",
           *         "product_key": "pro",
           *         "metadata": {},
           *         "approved": true,
           *         "archived": false,
           *         "replaced_by": null,
           *         "test": false,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Transaction']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, TRANSACTION_KEY_REUSED */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getTransaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Its key, its platform id, or `tran_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transaction retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transaction retrieved",
           *       "data": {
           *         "key": "order-1001",
           *         "source": "api",
           *         "source_key": "order-1001",
           *         "amount": 4900,
           *         "amount_usd": null,
           *         "amount_refunded": 0,
           *         "currency": "USD",
           *         "category_key": "subscription",
           *         "product_key": "pro",
           *         "metadata": {},
           *         "approved": true,
           *         "archived": false,
           *         "replaced_by": null,
           *         "test": false,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Transaction']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRANSACTION_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveTransaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Its key, its platform id, or `tran_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transaction archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transaction archived",
           *       "data": {
           *         "key": "order-1001",
           *         "source": "api",
           *         "source_key": "order-1001",
           *         "amount": 4900,
           *         "amount_usd": null,
           *         "amount_refunded": 0,
           *         "currency": "USD",
           *         "category_key": "subscription",
           *         "product_key": "pro",
           *         "metadata": {},
           *         "approved": true,
           *         "archived": true,
           *         "replaced_by": null,
           *         "test": false,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Transaction']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRANSACTION_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listTriggers: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        event?: 'signup' | 'transaction' | 'action'
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Triggers retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Triggers retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "trig_0SlGqE2Vp5Zg8R",
           *             "name": "20 % of every payment",
           *             "event": "transaction",
           *             "conditions": {
           *               "product_keys": [],
           *               "category_keys": [],
           *               "groups": [],
           *               "currency": null,
           *               "action_type": null,
           *               "first_only": false,
           *               "within_months": 12,
           *               "at_most": null
           *             },
           *             "reward": {
           *               "type": "percent",
           *               "percent": 20
           *             },
           *             "test": false,
           *             "archived": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Trigger'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createTrigger: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "event": "transaction",
         *       "reward": {
         *         "type": "percent",
         *         "percent": 20
         *       },
         *       "conditions": {
         *         "within_months": 12
         *       }
         *     }
         */
        'application/json': {
          /** @description What is absent, null or empty asks for nothing. */
          conditions?: {
            action_type?: string | null
            at_most?: number | null
            category_keys?: string[]
            currency?: string | null
            first_only?: boolean
            /** @description Keys or slugs. */
            groups?: string[]
            product_keys?: string[]
            within_months?: number | null
          }
          /** @enum {string} */
          event: 'signup' | 'transaction' | 'action'
          /** @description Absent: named after what it does. */
          name?: string
          reward:
            | {
                percent: number
                /** @constant */
                type: 'percent'
              }
            | {
                amount: number
                currency?: string
                /** @constant */
                type: 'flat'
              }
        }
      }
    }
    responses: {
      /** @description Trigger created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Trigger created",
           *       "data": {
           *         "key": "trig_0SlGqE2Vp5Zg8R",
           *         "name": "20 % of every payment",
           *         "event": "transaction",
           *         "conditions": {
           *           "product_keys": [],
           *           "category_keys": [],
           *           "groups": [],
           *           "currency": null,
           *           "action_type": null,
           *           "first_only": false,
           *           "within_months": 12,
           *           "at_most": null
           *         },
           *         "reward": {
           *           "type": "percent",
           *           "percent": 20
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Trigger']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getTrigger: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description `trig_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Trigger retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Trigger retrieved",
           *       "data": {
           *         "key": "trig_0SlGqE2Vp5Zg8R",
           *         "name": "20 % of every payment",
           *         "event": "transaction",
           *         "conditions": {
           *           "product_keys": [],
           *           "category_keys": [],
           *           "groups": [],
           *           "currency": null,
           *           "action_type": null,
           *           "first_only": false,
           *           "within_months": 12,
           *           "at_most": null
           *         },
           *         "reward": {
           *           "type": "percent",
           *           "percent": 20
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Trigger']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRIGGER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceTrigger: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `trig_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "20 % of every payment"
         *     }
         */
        'application/json': {
          /** @description What is absent, null or empty asks for nothing. */
          conditions?: {
            action_type?: string | null
            at_most?: number | null
            category_keys?: string[]
            currency?: string | null
            first_only?: boolean
            /** @description Keys or slugs. */
            groups?: string[]
            product_keys?: string[]
            within_months?: number | null
          }
          name?: string
          reward?:
            | {
                percent: number
                /** @constant */
                type: 'percent'
              }
            | {
                amount: number
                currency?: string
                /** @constant */
                type: 'flat'
              }
        }
      }
    }
    responses: {
      /** @description Trigger updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Trigger updated",
           *       "data": {
           *         "key": "trig_0SlGqE2Vp5Zg8R",
           *         "name": "20 % of every payment",
           *         "event": "transaction",
           *         "conditions": {
           *           "product_keys": [],
           *           "category_keys": [],
           *           "groups": [],
           *           "currency": null,
           *           "action_type": null,
           *           "first_only": false,
           *           "within_months": 12,
           *           "at_most": null
           *         },
           *         "reward": {
           *           "type": "percent",
           *           "percent": 20
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Trigger']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRIGGER_NOT_FOUND, NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveTrigger: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `trig_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Trigger archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Trigger archived",
           *       "data": {
           *         "key": "trig_0SlGqE2Vp5Zg8R",
           *         "name": "20 % of every payment",
           *         "event": "transaction",
           *         "conditions": {
           *           "product_keys": [],
           *           "category_keys": [],
           *           "groups": [],
           *           "currency": null,
           *           "action_type": null,
           *           "first_only": false,
           *           "within_months": 12,
           *           "at_most": null
           *         },
           *         "reward": {
           *           "type": "percent",
           *           "percent": 20
           *         },
           *         "test": false,
           *         "archived": true,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Trigger']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRIGGER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateTrigger: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `trig_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "20 % of every payment"
         *     }
         */
        'application/json': {
          /** @description What is absent, null or empty asks for nothing. */
          conditions?: {
            action_type?: string | null
            at_most?: number | null
            category_keys?: string[]
            currency?: string | null
            first_only?: boolean
            /** @description Keys or slugs. */
            groups?: string[]
            product_keys?: string[]
            within_months?: number | null
          }
          name?: string
          reward?:
            | {
                percent: number
                /** @constant */
                type: 'percent'
              }
            | {
                amount: number
                currency?: string
                /** @constant */
                type: 'flat'
              }
        }
      }
    }
    responses: {
      /** @description Trigger updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Trigger updated",
           *       "data": {
           *         "key": "trig_0SlGqE2Vp5Zg8R",
           *         "name": "20 % of every payment",
           *         "event": "transaction",
           *         "conditions": {
           *           "product_keys": [],
           *           "category_keys": [],
           *           "groups": [],
           *           "currency": null,
           *           "action_type": null,
           *           "first_only": false,
           *           "within_months": 12,
           *           "at_most": null
           *         },
           *         "reward": {
           *           "type": "percent",
           *           "percent": 20
           *         },
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Trigger']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRIGGER_NOT_FOUND, NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listWebhooks: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Webhooks retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhooks retrieved",
           *       "data": {
           *         "items": [
           *           {
           *             "key": "hook_0SlGqF6Xs9Ah1T",
           *             "target": "https://acme.example/hooks",
           *             "events": [
           *               "transaction.created"
           *             ],
           *             "enabled": true,
           *             "disabled_reason": null,
           *             "failing_since": null,
           *             "test": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            data: {
              has_more: boolean
              items: components['schemas']['Webhook'][]
            }
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createWebhook: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "target": "https://acme.example/hooks",
         *       "events": [
         *         "transaction.created"
         *       ]
         *     }
         */
        'application/json': {
          /** @description As `customer.created`, or `*` for every one. */
          events: string[]
          /** @description An https address of the public internet. */
          target: string
        }
      }
    }
    responses: {
      /** @description Webhook created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook created",
           *       "data": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "target": "https://acme.example/hooks",
           *         "events": [
           *           "transaction.created"
           *         ],
           *         "enabled": true,
           *         "disabled_reason": null,
           *         "failing_since": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Webhook']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `hook_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Webhook retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook retrieved",
           *       "data": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "target": "https://acme.example/hooks",
           *         "events": [
           *           "transaction.created"
           *         ],
           *         "enabled": true,
           *         "disabled_reason": null,
           *         "failing_since": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Webhook']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `hook_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "enabled": true
         *     }
         */
        'application/json': {
          enabled?: boolean
          /** @description As `customer.created`, or `*` for every one. */
          events?: string[]
          /** @description An https address of the public internet. */
          target?: string
        }
      }
    }
    responses: {
      /** @description Webhook updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook updated",
           *       "data": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "target": "https://acme.example/hooks",
           *         "events": [
           *           "transaction.created"
           *         ],
           *         "enabled": true,
           *         "disabled_reason": null,
           *         "failing_since": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Webhook']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  deleteWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `hook_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Webhook deleted */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook deleted",
           *       "data": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "target": "https://acme.example/hooks",
           *         "events": [
           *           "transaction.created"
           *         ],
           *         "enabled": true,
           *         "disabled_reason": null,
           *         "failing_since": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Webhook']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateWebhook: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description `hook_…` */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "enabled": true
         *     }
         */
        'application/json': {
          enabled?: boolean
          /** @description As `customer.created`, or `*` for every one. */
          events?: string[]
          /** @description An https address of the public internet. */
          target?: string
        }
      }
    }
    responses: {
      /** @description Webhook updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook updated",
           *       "data": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "target": "https://acme.example/hooks",
           *         "events": [
           *           "transaction.created"
           *         ],
           *         "enabled": true,
           *         "disabled_reason": null,
           *         "failing_since": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            data: components['schemas']['Webhook']
            message: string
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  convertClick: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "xid": "0SlGpYh3Kq9Zb1",
         *       "customer_key": "user-42"
         *     }
         */
        'application/json': {
          customer_key: string
          email?: string
          external_type?: unknown
          /** @description Taken, and not kept. */
          ip_address?: unknown
          meta?: {
            [key: string]: unknown
          }
          name?: string
          origin?: unknown
          provider_key?: string
          sub_ids?: unknown
          /** @description Taken, and not kept. */
          user_agent?: unknown
          /** @description The click: `ps_xid` of the landing page. */
          xid: string
        }
      }
    }
    responses: {
      /** @description Done, or nothing to do: no body either way. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createActionV1: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "target_type": "customer",
         *       "target_key": "user-42",
         *       "type": "upload",
         *       "value": 1,
         *       "external_key": "upload-7"
         *     }
         */
        'application/json': {
          /** @description Unique; given again, it is the action that stands. */
          external_key?: string
          /** @description A customer_key, partner_key, internal key or e-mail. */
          target_key: string
          /** @enum {string} */
          target_type: 'customer' | 'partnership'
          type: string
          /** @description How many times it was done. */
          value: number
        }
      }
    }
    responses: {
      /** @description Action tracked successfully */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Action tracked successfully",
           *       "rdata": {
           *         "key": "act_0SlGqC4Rk7Xe2M",
           *         "external_key": "upload-7",
           *         "target_type": "customer",
           *         "type": "upload",
           *         "value": 1,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "test": false,
           *         "archived": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Action']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND, PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listCustomersV1: {
    parameters: {
      query?: {
        /** @description A comma list. */
        customer_key?: string
        email?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        /** @description Only those whose rewards wait for a second look, or only the others. */
        flagged?: boolean
        /** @description A group's key or slug. */
        group?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description Some letters of customer_key, provider_key, e-mail or name. */
        search?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Customers retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customers retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "cus_0SlGpYh3Kq9Zb1",
           *             "customer_key": "user-42",
           *             "provider_key": "cus_NffrFeUfNV2Hib",
           *             "name": "Carla Ruiz",
           *             "email": "carla@example.com",
           *             "partner_key": "ada",
           *             "test": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['CustomerV1'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createCustomerV1: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "key": "user-42",
         *       "email": "carla@example.com",
         *       "partner_key": "ada"
         *     }
         */
        'application/json': {
          customer_key?: string
          email: string
          key?: string
          meta?: {
            [key: string]: unknown
          }
          name?: string
          partner_key: string
          provider_key?: string
        }
      }
    }
    responses: {
      /** @description Customer created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer created",
           *       "rdata": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "name": "Carla Ruiz",
           *         "email": "carla@example.com",
           *         "partner_key": "ada",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['CustomerV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PARTNER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getCustomerV1: {
    parameters: {
      query?: {
        include_archived?: boolean
      }
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Customer retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer retrieved",
           *       "rdata": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "name": "Carla Ruiz",
           *         "email": "carla@example.com",
           *         "partner_key": "ada",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['CustomerV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  replaceCustomerV1: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "Carla Ruiz"
         *     }
         */
        'application/json': {
          customer_key?: string
          email?: string
          key?: string
          meta?: {
            [key: string]: unknown
          }
          name?: string
          provider_key?: string | null
        }
      }
    }
    responses: {
      /** @description Customer updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer updated",
           *       "rdata": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "name": "Carla Ruiz",
           *         "email": "carla@example.com",
           *         "partner_key": "ada",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['CustomerV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveCustomerV1: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Customer archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer archived",
           *       "rdata": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "name": "Carla Ruiz",
           *         "email": "carla@example.com",
           *         "partner_key": "ada",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['CustomerV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  updateCustomerV1: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail. */
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        /**
         * @example {
         *       "name": "Carla Ruiz"
         *     }
         */
        'application/json': {
          customer_key?: string
          email?: string
          key?: string
          meta?: {
            [key: string]: unknown
          }
          name?: string
          provider_key?: string | null
        }
      }
    }
    responses: {
      /** @description Customer updated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Customer updated",
           *       "rdata": {
           *         "key": "cus_0SlGpYh3Kq9Zb1",
           *         "customer_key": "user-42",
           *         "provider_key": "cus_NffrFeUfNV2Hib",
           *         "name": "Carla Ruiz",
           *         "email": "carla@example.com",
           *         "partner_key": "ada",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['CustomerV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listSubscriptionsV1: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail of the customer. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Subscriptions retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Subscriptions retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "sub_0SlGpYh3Kq9Zb1",
           *             "provider": "stripe",
           *             "provider_key": "sub_1MowQVLkdIwHu7ix",
           *             "customer_key": "user-42",
           *             "status": "active",
           *             "plan_key": "price_pro",
           *             "quantity": 1,
           *             "amount": 4900,
           *             "currency": "USD",
           *             "current_period_end": 1769904000000,
           *             "cancelled_at": null,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['Subscription'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listCustomerTransactionsV1: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path: {
        /** @description customer_key, internal key or e-mail of the customer. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transactions retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transactions retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "order-1001",
           *             "source": "api",
           *             "source_key": "order-1001",
           *             "amount": 4900,
           *             "amount_usd": null,
           *             "amount_refunded": 0,
           *             "currency": "USD",
           *             "category_key": "subscription",
           *             "product_key": "pro",
           *             "metadata": {},
           *             "approved": true,
           *             "archived": false,
           *             "replaced_by": null,
           *             "test": false,
           *             "customer": {
           *               "key": "cus_0SlGpYh3Kq9Zb1",
           *               "email": "carla@example.com",
           *               "external_key": "user-42",
           *               "name": "Carla Ruiz"
           *             },
           *             "customer_key": "user-42",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['Transaction'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createTransactionV1: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path: {
        /** @description customer_key, internal key or e-mail of the customer. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 4900,
         *       "currency": "USD",
         *       "key": "order-1001"
         *     }
         */
        'application/json': {
          amount: number
          category_key?: string
          currency?: string
          key?: string
          metadata?: {
            [key: string]: unknown
          }
          product_key?: string
        }
      }
    }
    responses: {
      /** @description Transaction created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transaction created",
           *       "rdata": {
           *         "key": "order-1001",
           *         "source": "api",
           *         "source_key": "order-1001",
           *         "amount": 4900,
           *         "amount_usd": null,
           *         "amount_refunded": 0,
           *         "currency": "USD",
           *         "category_key": "subscription",
           *         "product_key": "pro",
           *         "metadata": {},
           *         "approved": true,
           *         "archived": false,
           *         "replaced_by": null,
           *         "test": false,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Transaction']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description CUSTOMER_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS, TRANSACTION_KEY_REUSED */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  export: {
    parameters: {
      query?: {
        format?: 'csv' | 'ndjson'
        /** @description Every column, so that it restores. */
        full?: boolean
      }
      header?: never
      path: {
        /** @description What. */
        type: 'partners' | 'customers' | 'transactions' | 'rewards' | 'clicks' | 'deliveries'
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One row a line. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/x-ndjson': string
          'text/csv': string
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listImports: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Imports retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Imports retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "impo_0SlGpWk5Rd1Vn4",
           *             "type": "transactions",
           *             "state": "done",
           *             "rows": 3,
           *             "created": 2,
           *             "updated": 0,
           *             "unchanged": 0,
           *             "failed": 1,
           *             "progress": 1,
           *             "errors": [],
           *             "dry_run": false,
           *             "amount_unit": "minor",
           *             "file_name": "march.csv",
           *             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *             "size": 122,
           *             "encoding": "utf-8",
           *             "actor": "api",
           *             "reason": null,
           *             "test": false,
           *             "created_at": 1767225600000,
           *             "started_at": 1767225600020,
           *             "finished_at": 1767225600100,
           *             "updated_at": 1767225600100
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['Import'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getImport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Its key: `impo_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Import retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Import retrieved",
           *       "rdata": {
           *         "key": "impo_0SlGpWk5Rd1Vn4",
           *         "type": "transactions",
           *         "state": "done",
           *         "rows": 3,
           *         "created": 2,
           *         "updated": 0,
           *         "unchanged": 0,
           *         "failed": 1,
           *         "progress": 1,
           *         "errors": [
           *           {
           *             "line": 4,
           *             "column": "amount",
           *             "value": "ten",
           *             "reason": "is not a whole number of minor units"
           *           }
           *         ],
           *         "dry_run": false,
           *         "amount_unit": "minor",
           *         "file_name": "march.csv",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "size": 122,
           *         "encoding": "utf-8",
           *         "actor": "api",
           *         "reason": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "started_at": 1767225600020,
           *         "finished_at": 1767225600100,
           *         "updated_at": 1767225600100
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Import']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getImportErrors: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Its key: `impo_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The rows with why. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  importCustomers: {
    parameters: {
      query?: {
        /** @description 1250, or 12.50. */
        amount_unit?: 'minor' | 'major'
        /** @description Everything is reported, nothing is changed. */
        dry_run?: boolean
      }
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string
        }
        /**
         * @example customer_key,email,partner_key,name,provider_key,created_at,fields
         *     user-1024,grace@example.com,ada,Grace Hopper,cus_Q1W2E3R4T5,2024-03-31T09:30:00Z,"{""plan"":""pro""}"
         */
        'text/csv': string
      }
    }
    responses: {
      /** @description Import done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Import done",
           *       "rdata": {
           *         "key": "impo_0SlGpWk5Rd1Vn4",
           *         "type": "customers",
           *         "state": "done",
           *         "rows": 3,
           *         "created": 2,
           *         "updated": 0,
           *         "unchanged": 0,
           *         "failed": 1,
           *         "progress": 1,
           *         "errors": [
           *           {
           *             "line": 4,
           *             "column": "amount",
           *             "value": "ten",
           *             "reason": "is not a whole number of minor units"
           *           }
           *         ],
           *         "dry_run": false,
           *         "amount_unit": "minor",
           *         "file_name": "march.csv",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "size": 122,
           *         "encoding": "utf-8",
           *         "actor": "api",
           *         "reason": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "started_at": 1767225600020,
           *         "finished_at": 1767225600100,
           *         "updated_at": 1767225600100
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Import']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNREADABLE_FILE, WRONG_COLUMNS, BAD_REQUEST, MISSING_FIELD, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getCustomersTemplate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The columns it may have. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  importPartners: {
    parameters: {
      query?: {
        /** @description 1250, or 12.50. */
        amount_unit?: 'minor' | 'major'
        /** @description Everything is reported, nothing is changed. */
        dry_run?: boolean
      }
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string
        }
        /**
         * @example email,partner_key,first_name,last_name,group,joined_at,tags
         *     ada@example.com,ada,Ada,Lovelace,default,2023-01-15,newsletter; podcast
         */
        'text/csv': string
      }
    }
    responses: {
      /** @description Import done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Import done",
           *       "rdata": {
           *         "key": "impo_0SlGpWk5Rd1Vn4",
           *         "type": "partners",
           *         "state": "done",
           *         "rows": 3,
           *         "created": 2,
           *         "updated": 0,
           *         "unchanged": 0,
           *         "failed": 1,
           *         "progress": 1,
           *         "errors": [
           *           {
           *             "line": 4,
           *             "column": "amount",
           *             "value": "ten",
           *             "reason": "is not a whole number of minor units"
           *           }
           *         ],
           *         "dry_run": false,
           *         "amount_unit": "minor",
           *         "file_name": "march.csv",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "size": 122,
           *         "encoding": "utf-8",
           *         "actor": "api",
           *         "reason": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "started_at": 1767225600020,
           *         "finished_at": 1767225600100,
           *         "updated_at": 1767225600100
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Import']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNREADABLE_FILE, WRONG_COLUMNS, BAD_REQUEST, MISSING_FIELD, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getPartnersTemplate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The columns it may have. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  importRewards: {
    parameters: {
      query?: {
        /** @description 1250, or 12.50. */
        amount_unit?: 'minor' | 'major'
        /** @description Everything is reported, nothing is changed. */
        dry_run?: boolean
      }
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string
        }
        /**
         * @example partner_key,amount,description,currency,customer_key,transaction_key,created_at
         *     ada,980,Bonus for March,USD,user-1024,order-5501,2024-03-31T09:30:00Z
         */
        'text/csv': string
      }
    }
    responses: {
      /** @description Import done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Import done",
           *       "rdata": {
           *         "key": "impo_0SlGpWk5Rd1Vn4",
           *         "type": "rewards",
           *         "state": "done",
           *         "rows": 3,
           *         "created": 2,
           *         "updated": 0,
           *         "unchanged": 0,
           *         "failed": 1,
           *         "progress": 1,
           *         "errors": [
           *           {
           *             "line": 4,
           *             "column": "amount",
           *             "value": "ten",
           *             "reason": "is not a whole number of minor units"
           *           }
           *         ],
           *         "dry_run": false,
           *         "amount_unit": "minor",
           *         "file_name": "march.csv",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "size": 122,
           *         "encoding": "utf-8",
           *         "actor": "api",
           *         "reason": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "started_at": 1767225600020,
           *         "finished_at": 1767225600100,
           *         "updated_at": 1767225600100
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Import']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNREADABLE_FILE, WRONG_COLUMNS, BAD_REQUEST, MISSING_FIELD, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getRewardsTemplate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The columns it may have. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  importTransactions: {
    parameters: {
      query?: {
        /** @description 1250, or 12.50. */
        amount_unit?: 'minor' | 'major'
        /** @description Everything is reported, nothing is changed. */
        dry_run?: boolean
      }
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string
        }
        /**
         * @example customer_key,customer_email,amount,currency,key,product_key,category_key,metadata,created_at
         *     user-1024,,4900,USD,order-5501,pro,subscription,"{""seats"":""3""}",2024-03-31T09:30:00Z
         */
        'text/csv': string
      }
    }
    responses: {
      /** @description Import done */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Import done",
           *       "rdata": {
           *         "key": "impo_0SlGpWk5Rd1Vn4",
           *         "type": "transactions",
           *         "state": "done",
           *         "rows": 3,
           *         "created": 2,
           *         "updated": 0,
           *         "unchanged": 0,
           *         "failed": 1,
           *         "progress": 1,
           *         "errors": [
           *           {
           *             "line": 4,
           *             "column": "amount",
           *             "value": "ten",
           *             "reason": "is not a whole number of minor units"
           *           }
           *         ],
           *         "dry_run": false,
           *         "amount_unit": "minor",
           *         "file_name": "march.csv",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "size": 122,
           *         "encoding": "utf-8",
           *         "actor": "api",
           *         "reason": null,
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "started_at": 1767225600020,
           *         "finished_at": 1767225600100,
           *         "updated_at": 1767225600100
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Import']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNREADABLE_FILE, WRONG_COLUMNS, BAD_REQUEST, MISSING_FIELD, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getTransactionsTemplate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The columns it may have. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listPartnershipsV1: {
    parameters: {
      query?: {
        email?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        /** @description A group's key or slug. */
        group?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description Some letters of partner_key, e-mail or name. */
        search?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Partnerships retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnerships retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "part_0SlGpXa8Mz2Tc7",
           *             "partner_key": "ada",
           *             "email": "ada@partners.example",
           *             "first_name": "Ada",
           *             "last_name": "Byron",
           *             "group": {
           *               "key": "grup_0SlGpWk5Rd1Vn4",
           *               "name": "Agencies",
           *               "slug": "agencies"
           *             },
           *             "team": {
           *               "key": "part_0SlGpXa8Mz2Tc7",
           *               "name": "Ada Byron"
           *             },
           *             "tags": [
           *               "analytics"
           *             ],
           *             "fields": [
           *               {
           *                 "api_name": "country",
           *                 "name": "country",
           *                 "value": "GB",
           *                 "read_only": false
           *               }
           *             ],
           *             "field_data": {
           *               "country": "GB"
           *             },
           *             "mdata": {
           *               "country": "GB"
           *             },
           *             "manager": {
           *               "email": "mia@acme.example",
           *               "name": "Mia"
           *             },
           *             "claimed": true,
           *             "stats": {},
           *             "test": false,
           *             "archived": false,
           *             "joined_at": 1767225600000,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['Partnership'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createPartnershipV1: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "ada@partners.example",
         *       "first_name": "Ada",
         *       "partner_key": "ada"
         *     }
         */
        'application/json': {
          /** @description Where its default link leads; absent: as its group's. */
          destination?: string
          email: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          first_name?: string
          /** @description As `group_key`, which comes first. */
          group?: string
          /** @description A group's key or slug. */
          group_key?: string
          joined_at?: number
          last_name?: string
          manager_email?: string
          manager_name?: string
          /** @description Absent: 12 hexadecimal digits are made up. */
          partner_key?: string
          tags?: string[]
        }
      }
    }
    responses: {
      /** @description Partnership created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership created",
           *       "rdata": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": false,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Partnership']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createPartnershipOf: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path: {
        /** @description As older clients send it; the key pair decides. */
        public_key: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "ada@partners.example",
         *       "first_name": "Ada",
         *       "partner_key": "ada"
         *     }
         */
        'application/json': {
          /** @description Where its default link leads; absent: as its group's. */
          destination?: string
          email: string
          fields?: {
            api_name?: string
            name?: string
            value: unknown
          }[]
          first_name?: string
          /** @description As `group_key`, which comes first. */
          group?: string
          /** @description A group's key or slug. */
          group_key?: string
          joined_at?: number
          last_name?: string
          manager_email?: string
          manager_name?: string
          /** @description Absent: 12 hexadecimal digits are made up. */
          partner_key?: string
          tags?: string[]
        }
      }
    }
    responses: {
      /** @description Partnership created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Partnership created",
           *       "rdata": {
           *         "key": "part_0SlGpXa8Mz2Tc7",
           *         "partner_key": "ada",
           *         "email": "ada@partners.example",
           *         "first_name": "Ada",
           *         "last_name": "Byron",
           *         "group": {
           *           "key": "grup_0SlGpWk5Rd1Vn4",
           *           "name": "Agencies",
           *           "slug": "agencies"
           *         },
           *         "team": {
           *           "key": "part_0SlGpXa8Mz2Tc7",
           *           "name": "Ada Byron"
           *         },
           *         "tags": [
           *           "analytics"
           *         ],
           *         "fields": [
           *           {
           *             "api_name": "country",
           *             "name": "country",
           *             "value": "GB",
           *             "read_only": false
           *           }
           *         ],
           *         "field_data": {
           *           "country": "GB"
           *         },
           *         "mdata": {
           *           "country": "GB"
           *         },
           *         "manager": {
           *           "email": "mia@acme.example",
           *           "name": "Mia"
           *         },
           *         "claimed": true,
           *         "stats": {},
           *         "test": false,
           *         "archived": false,
           *         "joined_at": 1767225600000,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Partnership']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description KEY_TAKEN */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  remember: {
    parameters: {
      query?: never
      header: {
        /** @description The page, under the domain of this host. A browser sends it by itself. */
        Origin: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "public_key": "pk_…"
         *     }
         */
        'application/json': {
          /** @description Where the cookies belong: the page's domain, or a wider one that is also this host's. */
          domain?: string
          public_key: string
        }
      }
    }
    responses: {
      /** @description Remembered */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Remembered",
           *       "rdata": {}
           *     }
           */
          'application/json': {
            message: string
            rdata: Record<string, never>
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description FORBIDDEN */
      403: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  signUp: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "public_key": "pk_…",
         *       "customer_key": "user-42",
         *       "email": "carla@example.com",
         *       "partner_key": "ada"
         *     }
         */
        'application/json': {
          /** @description Minor units, also as a text of digits. */
          amount?: number | string
          currency?: string
          /** @description Absent: the e-mail stands in. */
          customer_key?: string
          email?: string
          meta?: {
            [key: string]: unknown
          }
          name?: string
          page?: string
          /** @description It or `xid` is required. */
          partner_key?: string
          provider_key?: string
          public_key: string
          /** @description Sent again, it is the same sign-up. */
          signup_id?: string
          /** @description The click that brought the visitor. */
          xid?: string
        }
      }
    }
    responses: {
      /** @description Signup received */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Signup received",
           *       "rdata": {}
           *     }
           */
          'application/json': {
            message: string
            rdata: Record<string, never>
            /** @constant */
            status: 200
          }
        }
      }
      /** @description MISSING_FIELD, INVALID_FIELD, BAD_REQUEST, MALFORMED_JSON */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listTransactionsV1: {
    parameters: {
      query?: {
        /** @description customer_key, internal key or e-mail. */
        customer_key?: string
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        partner_key?: string
        partnership_key?: string
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transactions retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transactions retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "order-1001",
           *             "source": "api",
           *             "source_key": "order-1001",
           *             "amount": 4900,
           *             "amount_usd": null,
           *             "amount_refunded": 0,
           *             "currency": "USD",
           *             "category_key": "subscription",
           *             "product_key": "pro",
           *             "metadata": {},
           *             "approved": true,
           *             "archived": false,
           *             "replaced_by": null,
           *             "test": false,
           *             "customer": {
           *               "key": "cus_0SlGpYh3Kq9Zb1",
           *               "email": "carla@example.com",
           *               "external_key": "user-42",
           *               "name": "Carla Ruiz"
           *             },
           *             "customer_key": "user-42",
           *             "partner_key": "ada",
           *             "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['Transaction'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description EMAIL_AMBIGUOUS */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  getTransactionV1: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The transaction's key, its platform's id, or `tran_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transaction retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transaction retrieved",
           *       "rdata": {
           *         "key": "order-1001",
           *         "source": "api",
           *         "source_key": "order-1001",
           *         "amount": 4900,
           *         "amount_usd": null,
           *         "amount_refunded": 0,
           *         "currency": "USD",
           *         "category_key": "subscription",
           *         "product_key": "pro",
           *         "metadata": {},
           *         "approved": true,
           *         "archived": false,
           *         "replaced_by": null,
           *         "test": false,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Transaction']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRANSACTION_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  archiveTransactionV1: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The transaction's key, its platform's id, or `tran_…`. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Transaction archived */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Transaction archived",
           *       "rdata": {
           *         "key": "order-1001",
           *         "source": "api",
           *         "source_key": "order-1001",
           *         "amount": 4900,
           *         "amount_usd": null,
           *         "amount_refunded": 0,
           *         "currency": "USD",
           *         "category_key": "subscription",
           *         "product_key": "pro",
           *         "metadata": {},
           *         "approved": true,
           *         "archived": true,
           *         "replaced_by": null,
           *         "test": false,
           *         "customer": {
           *           "key": "cus_0SlGpYh3Kq9Zb1",
           *           "email": "carla@example.com",
           *           "external_key": "user-42",
           *           "name": "Carla Ruiz"
           *         },
           *         "customer_key": "user-42",
           *         "partner_key": "ada",
           *         "partnership_key": "part_0SlGpXa8Mz2Tc7",
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['Transaction']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TRANSACTION_NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  listWebhooksV1: {
    parameters: {
      query?: {
        /** @description The key of an item: what comes before it, nearest to it. */
        ending_before?: string
        include_archived?: boolean
        /** @description How many; more than 250 counts as 250. */
        limit?: number
        /** @description Epoch milliseconds, inclusive. */
        max_created?: number
        /** @description Epoch milliseconds, inclusive. */
        max_updated?: number
        /** @description Epoch milliseconds, inclusive. */
        min_created?: number
        /** @description Epoch milliseconds, inclusive. */
        min_updated?: number
        order_by?: 'created_at' | '-created_at' | 'updated_at' | '-updated_at'
        /** @description The key of an item: what comes after it. Not with ending_before. */
        starting_after?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Webhooks retrieved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhooks retrieved",
           *       "rdata": {
           *         "items": [
           *           {
           *             "key": "hook_0SlGqF6Xs9Ah1T",
           *             "event": "transaction_created",
           *             "target_url": "https://acme.example/hooks",
           *             "test": false,
           *             "created_at": 1767225600000,
           *             "updated_at": 1767225600000
           *           }
           *         ],
           *         "has_more": false
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: {
              has_more: boolean
              items: components['schemas']['WebhookV1'][]
            }
            /** @constant */
            status: 200
          }
        }
      }
      /** @description UNKNOWN_CURSOR, BAD_REQUEST, INVALID_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  createWebhookV1: {
    parameters: {
      query?: never
      header?: {
        /** @description The same call again within 24 hours is done once, and answered alike. */
        'Idempotency-Key'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "event": "transaction_created",
         *       "target_url": "https://acme.example/hooks"
         *     }
         */
        'application/json': {
          /** @description As `customer_created`, or `*` for every one. */
          event: string
          target_url: string
        }
      }
    }
    responses: {
      /** @description Webhook created */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook created",
           *       "rdata": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "event": "transaction_created",
           *         "target_url": "https://acme.example/hooks",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000,
           *         "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['WebhookV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description IDEMPOTENCY_KEY_REUSED */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
  deleteWebhookV1: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "event": "transaction_created",
         *       "target_url": "https://acme.example/hooks"
         *     }
         */
        'application/json': {
          /** @description As `customer_created`, or `*` for every one. */
          event: string
          target_url: string
        }
      }
    }
    responses: {
      /** @description Webhook deleted */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": 200,
           *       "message": "Webhook deleted",
           *       "rdata": {
           *         "key": "hook_0SlGqF6Xs9Ah1T",
           *         "event": "transaction_created",
           *         "target_url": "https://acme.example/hooks",
           *         "test": false,
           *         "created_at": 1767225600000,
           *         "updated_at": 1767225600000
           *       }
           *     }
           */
          'application/json': {
            message: string
            rdata: components['schemas']['WebhookV1']
            /** @constant */
            status: 200
          }
        }
      }
      /** @description BAD_REQUEST, INVALID_FIELD, MALFORMED_JSON, MISSING_FIELD */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAUTHORIZED */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description NOT_FOUND */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description PAYLOAD_TOO_LARGE */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNSUPPORTED_MEDIA_TYPE */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description TOO_MANY_REQUESTS */
      429: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description INTERNAL */
      500: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
      /** @description UNAVAILABLE */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Error']
        }
      }
    }
  }
}
