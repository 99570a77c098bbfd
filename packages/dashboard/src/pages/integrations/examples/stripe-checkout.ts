/** Stripe: both keys in the metadata of the charge, for a checkout that makes no customer first. */
import type { Example } from './example.ts'

const node = `// npm install stripe
import Stripe from 'stripe'

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY)

// order: your own row. partnerKey: the cookie ps_partner_key, where there is one.
export function createCheckout(order, partnerKey) {
  return stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://your-site.example/thanks',
    line_items: [{ price: order.stripePriceId, quantity: 1 }],
    payment_intent_data: {
      metadata: {
        customer_key: String(order.customerId),
        product_key: order.productKey,
        ...(partnerKey && { partner_key: partnerKey }),
      },
    },
  })
}`

const python = `# pip install stripe
import os

from stripe import StripeClient

stripe = StripeClient(os.environ["STRIPE_SECRET_KEY"])


# order: your own row. partner_key: the cookie ps_partner_key, or None.
def create_checkout(order, partner_key):
    metadata = {"customer_key": str(order.customer_id), "product_key": order.product_key}
    if partner_key:
        metadata["partner_key"] = partner_key
    return stripe.v1.checkout.sessions.create(
        {
            "mode": "payment",
            "success_url": "https://your-site.example/thanks",
            "line_items": [{"price": order.stripe_price_id, "quantity": 1}],
            "payment_intent_data": {"metadata": metadata},
        }
    )`

const ruby = `# gem install stripe
require 'stripe'

STRIPE = Stripe::StripeClient.new(ENV.fetch('STRIPE_SECRET_KEY'))

# order: your own row. partner_key: the cookie ps_partner_key, or nil.
def create_checkout(order, partner_key)
  metadata = {
    customer_key: order.customer_id.to_s,
    product_key: order.product_key,
    partner_key: partner_key
  }.compact
  STRIPE.v1.checkout.sessions.create({
    mode: 'payment',
    success_url: 'https://your-site.example/thanks',
    line_items: [{ price: order.stripe_price_id, quantity: 1 }],
    payment_intent_data: { metadata: metadata }
  })
end`

const php = `<?php
// composer require stripe/stripe-php
require 'vendor/autoload.php';

// $order: your own row. $partnerKey: $_COOKIE['ps_partner_key'] ?? null.
function createCheckout(object $order, ?string $partnerKey): \\Stripe\\Checkout\\Session
{
    $stripe = new \\Stripe\\StripeClient(getenv('STRIPE_SECRET_KEY'));

    return $stripe->checkout->sessions->create([
        'mode' => 'payment',
        'success_url' => 'https://your-site.example/thanks',
        'line_items' => [['price' => $order->stripePriceId, 'quantity' => 1]],
        'payment_intent_data' => [
            'metadata' => array_filter([
                'customer_key' => (string) $order->customerId,
                'product_key' => $order->productKey,
                'partner_key' => $partnerKey,
            ]),
        ],
    ]);
}`

const java = `// com.stripe:stripe-java
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;

public class Checkouts {
    private final StripeClient stripe = new StripeClient(System.getenv("STRIPE_SECRET_KEY"));

    // customerKey: your own id. partnerKey: the cookie ps_partner_key, or null.
    public Session create(String customerKey, String priceId, String productKey, String partnerKey)
            throws StripeException {
        SessionCreateParams.PaymentIntentData.Builder payment = SessionCreateParams.PaymentIntentData.builder()
            .putMetadata("customer_key", customerKey)
            .putMetadata("product_key", productKey);
        if (partnerKey != null) {
            payment.putMetadata("partner_key", partnerKey);
        }
        SessionCreateParams params = SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.PAYMENT)
            .setSuccessUrl("https://your-site.example/thanks")
            .addLineItem(SessionCreateParams.LineItem.builder().setPrice(priceId).setQuantity(1L).build())
            .setPaymentIntentData(payment.build())
            .build();
        return stripe.v1().checkout().sessions().create(params);
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
func CreateCheckout(ctx context.Context, customerKey, priceID, productKey, partnerKey string) (*stripe.CheckoutSession, error) {
	client := stripe.NewClient(os.Getenv("STRIPE_SECRET_KEY"))
	metadata := map[string]string{"customer_key": customerKey, "product_key": productKey}
	if partnerKey != "" {
		metadata["partner_key"] = partnerKey
	}
	return client.V1CheckoutSessions.Create(ctx, &stripe.CheckoutSessionCreateParams{
		Mode:       stripe.String(string(stripe.CheckoutSessionModePayment)),
		SuccessURL: stripe.String("https://your-site.example/thanks"),
		LineItems: []*stripe.CheckoutSessionCreateLineItemParams{
			{Price: stripe.String(priceID), Quantity: stripe.Int64(1)},
		},
		PaymentIntentData: &stripe.CheckoutSessionCreatePaymentIntentDataParams{Metadata: metadata},
	})
}`

export const stripeCheckout: Example = {
  name: 'A checkout without a customer',
  about:
    'For shops that let people pay at once: the metadata of the charge. With both keys in it, the customer is made here.',
  code: () => ({ node, python, ruby, php, java, go }),
}
