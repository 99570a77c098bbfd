/** Stripe: both keys in the metadata of the customer, by each of Stripe's own libraries. */
import type { Example } from './example.ts'

const node = `// npm install stripe
import Stripe from 'stripe'

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY)

// user: your own row. partnerKey: the cookie ps_partner_key, where there is one.
export function createStripeCustomer(user, partnerKey) {
  return stripe.customers.create({
    email: user.email,
    name: user.name,
    metadata: {
      customer_key: String(user.id),
      ...(partnerKey && { partner_key: partnerKey }),
    },
  })
}`

const python = `# pip install stripe
import os

from stripe import StripeClient

stripe = StripeClient(os.environ["STRIPE_SECRET_KEY"])


# user: your own row. partner_key: the cookie ps_partner_key, or None.
def create_stripe_customer(user, partner_key):
    metadata = {"customer_key": str(user.id)}
    if partner_key:
        metadata["partner_key"] = partner_key
    return stripe.v1.customers.create(
        {"email": user.email, "name": user.name, "metadata": metadata}
    )`

const ruby = `# gem install stripe
require 'stripe'

STRIPE = Stripe::StripeClient.new(ENV.fetch('STRIPE_SECRET_KEY'))

# user: your own row. partner_key: the cookie ps_partner_key, or nil.
def create_stripe_customer(user, partner_key)
  metadata = { customer_key: user.id.to_s, partner_key: partner_key }.compact
  STRIPE.v1.customers.create({ email: user.email, name: user.name, metadata: metadata })
end`

const php = `<?php
// composer require stripe/stripe-php
require 'vendor/autoload.php';

// $user: your own row. $partnerKey: $_COOKIE['ps_partner_key'] ?? null.
function createStripeCustomer(object $user, ?string $partnerKey): \\Stripe\\Customer
{
    $stripe = new \\Stripe\\StripeClient(getenv('STRIPE_SECRET_KEY'));

    return $stripe->customers->create([
        'email' => $user->email,
        'name' => $user->name,
        'metadata' => array_filter([
            'customer_key' => (string) $user->id,
            'partner_key' => $partnerKey,
        ]),
    ]);
}`

const java = `// com.stripe:stripe-java
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.param.CustomerCreateParams;

public class StripeCustomers {
    private final StripeClient stripe = new StripeClient(System.getenv("STRIPE_SECRET_KEY"));

    // customerKey: your own id. partnerKey: the cookie ps_partner_key, or null.
    public Customer create(String customerKey, String email, String partnerKey) throws StripeException {
        CustomerCreateParams.Builder params = CustomerCreateParams.builder()
            .setEmail(email)
            .putMetadata("customer_key", customerKey);
        if (partnerKey != null) {
            params.putMetadata("partner_key", partnerKey);
        }
        return stripe.v1().customers().create(params.build());
    }
}`

const go = `// go get github.com/stripe/stripe-go/v82 (or newer)
package billing

import (
	"context"
	"os"

	"github.com/stripe/stripe-go/v82"
)

// customerKey: your own id. partnerKey: the cookie ps_partner_key, or "".
func CreateStripeCustomer(ctx context.Context, customerKey, email, partnerKey string) (*stripe.Customer, error) {
	client := stripe.NewClient(os.Getenv("STRIPE_SECRET_KEY"))
	metadata := map[string]string{"customer_key": customerKey}
	if partnerKey != "" {
		metadata["partner_key"] = partnerKey
	}
	return client.V1Customers.Create(ctx, &stripe.CustomerCreateParams{
		Email:    stripe.String(email),
		Metadata: metadata,
	})
}`

export const stripeCustomer: Example = {
  name: 'A customer',
  about: 'For subscriptions and returning payers: the metadata of the Stripe customer, written once, at the sign-up.',
  code: () => ({ node, python, ruby, php, java, go }),
}
