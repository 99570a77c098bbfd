/** Chargebee: both keys in the customer's meta_data, by each of Chargebee's own libraries. */
import type { Example } from './example.ts'

const node = `// npm install chargebee
import Chargebee from 'chargebee'

const chargebee = new Chargebee({
  site: process.env.CHARGEBEE_SITE,
  apiKey: process.env.CHARGEBEE_API_KEY,
})

// user: your own row. partnerKey: the cookie ps_partner_key, where there is one.
export async function createChargebeeCustomer(user, partnerKey) {
  const { customer } = await chargebee.customer.create({
    email: user.email,
    meta_data: {
      customer_key: String(user.id),
      ...(partnerKey && { partner_key: partnerKey }),
    },
  })
  return customer
}`

const python = `# pip install chargebee (version 3)
import os

from chargebee import Chargebee

chargebee = Chargebee(
    api_key=os.environ["CHARGEBEE_API_KEY"], site=os.environ["CHARGEBEE_SITE"]
)


# user: your own row. partner_key: the cookie ps_partner_key, or None.
def create_chargebee_customer(user, partner_key):
    meta_data = {"customer_key": str(user.id)}
    if partner_key:
        meta_data["partner_key"] = partner_key
    params = chargebee.Customer.CreateParams(email=user.email, meta_data=meta_data)
    return chargebee.Customer.create(params).customer`

const ruby = `# gem install chargebee -v '~> 2'
require 'chargebee'

ChargeBee.configure(site: ENV.fetch('CHARGEBEE_SITE'), api_key: ENV.fetch('CHARGEBEE_API_KEY'))

# user: your own row. partner_key: the cookie ps_partner_key, or nil.
def create_chargebee_customer(user, partner_key)
  meta_data = { customer_key: user.id.to_s, partner_key: partner_key }.compact
  ChargeBee::Customer.create({ email: user.email, meta_data: meta_data }).customer
end`

const php = `<?php
// composer require chargebee/chargebee-php (version 4)
require 'vendor/autoload.php';

use Chargebee\\ChargebeeClient;

// $user: your own row. $partnerKey: $_COOKIE['ps_partner_key'] ?? null.
function createChargebeeCustomer(object $user, ?string $partnerKey): object
{
    $chargebee = new ChargebeeClient(options: [
        'site' => getenv('CHARGEBEE_SITE'),
        'apiKey' => getenv('CHARGEBEE_API_KEY'),
    ]);

    return $chargebee->customer()->create([
        'email' => $user->email,
        'meta_data' => array_filter([
            'customer_key' => (string) $user->id,
            'partner_key' => $partnerKey,
        ]),
    ])->customer;
}`

const java = `// com.chargebee:chargebee-java (version 4)
import com.chargebee.v4.client.ChargebeeClient;
import com.chargebee.v4.models.customer.params.CustomerCreateParams;
import com.chargebee.v4.models.customer.responses.CustomerCreateResponse;
import java.util.HashMap;
import java.util.Map;

public class ChargebeeCustomers {
    private final ChargebeeClient chargebee = ChargebeeClient.builder()
        .siteName(System.getenv("CHARGEBEE_SITE"))
        .apiKey(System.getenv("CHARGEBEE_API_KEY"))
        .build();

    // customerKey: your own id. partnerKey: the cookie ps_partner_key, or null.
    public CustomerCreateResponse create(String customerKey, String email, String partnerKey) throws Exception {
        Map<String, Object> metaData = new HashMap<>();
        metaData.put("customer_key", customerKey);
        if (partnerKey != null) {
            metaData.put("partner_key", partnerKey);
        }
        return chargebee.customers().create(
            CustomerCreateParams.builder().email(email).metaData(metaData).build());
    }
}`

const go = `// go get github.com/chargebee/chargebee-go/v3
package billing

import (
	"os"

	"github.com/chargebee/chargebee-go/v3"
	customerAction "github.com/chargebee/chargebee-go/v3/actions/customer"
	"github.com/chargebee/chargebee-go/v3/models/customer"
)

func init() {
	chargebee.Configure(os.Getenv("CHARGEBEE_API_KEY"), os.Getenv("CHARGEBEE_SITE"))
}

// customerKey: your own id. partnerKey: the cookie ps_partner_key, or "".
func CreateChargebeeCustomer(customerKey, email, partnerKey string) (*customer.Customer, error) {
	metaData := map[string]interface{}{"customer_key": customerKey}
	if partnerKey != "" {
		metaData["partner_key"] = partnerKey
	}
	result, err := customerAction.Create(&customer.CreateRequestParams{
		Email:    email,
		MetaData: metaData,
	}).Request()
	if err != nil {
		return nil, err
	}
	return result.Customer, nil
}`

export const chargebeeCustomer: Example = {
  name: 'A customer',
  about: "The customer's meta_data, written once, at the sign-up. With both keys in it, the customer is made here.",
  code: () => ({ node, python, ruby, php, java, go }),
}
