/** Chargify (Maxio Advanced Billing): your own id as the customer's reference, by each of Maxio's own libraries. */
import type { Example } from './example.ts'

const node = `// npm install @maxio-com/advanced-billing-sdk
import { Client, CustomersController, Environment } from '@maxio-com/advanced-billing-sdk'

const client = new Client({
  basicAuthCredentials: { username: process.env.MAXIO_API_KEY, password: 'x' },
  environment: Environment.US,
  site: process.env.MAXIO_SITE,
})
const customers = new CustomersController(client)

// user: your own row.
export async function createMaxioCustomer(user) {
  const { result } = await customers.createCustomer({
    customer: {
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.email,
      reference: String(user.id), // the customer_key
    },
  })
  return result.customer
}`

const python = `# pip install maxio-advanced-billing-sdk
import os

from advancedbilling.advanced_billing_client import AdvancedBillingClient
from advancedbilling.configuration import Environment
from advancedbilling.http.auth.basic_auth import BasicAuthCredentials
from advancedbilling.models.create_customer import CreateCustomer
from advancedbilling.models.create_customer_request import CreateCustomerRequest

client = AdvancedBillingClient(
    basic_auth_credentials=BasicAuthCredentials(
        username=os.environ["MAXIO_API_KEY"], password="x"
    ),
    environment=Environment.US,
    site=os.environ["MAXIO_SITE"],
)


# user: your own row.
def create_maxio_customer(user):
    customer = CreateCustomer(
        first_name=user.first_name,
        last_name=user.last_name,
        email=user.email,
        reference=str(user.id),  # the customer_key
    )
    return client.customers.create_customer(body=CreateCustomerRequest(customer=customer)).customer`

const ruby = `# gem install maxio-advanced-billing-sdk
require 'advanced_billing'

MAXIO = AdvancedBilling::Client.new(
  basic_auth_credentials: AdvancedBilling::BasicAuthCredentials.new(
    username: ENV.fetch('MAXIO_API_KEY'), password: 'x'
  ),
  environment: AdvancedBilling::Environment::US,
  site: ENV.fetch('MAXIO_SITE')
)

# user: your own row.
def create_maxio_customer(user)
  customer = AdvancedBilling::CreateCustomer.new(
    first_name: user.first_name,
    last_name: user.last_name,
    email: user.email,
    reference: user.id.to_s # the customer_key
  )
  body = AdvancedBilling::CreateCustomerRequest.new(customer: customer)
  MAXIO.customers.create_customer(body: body).customer
end`

const php = `<?php
// composer require maxio/advanced-billing-sdk
require 'vendor/autoload.php';

use AdvancedBillingLib\\AdvancedBillingClientBuilder;
use AdvancedBillingLib\\Authentication\\BasicAuthCredentialsBuilder;
use AdvancedBillingLib\\Environment;
use AdvancedBillingLib\\Models\\Builders\\CreateCustomerBuilder;
use AdvancedBillingLib\\Models\\Builders\\CreateCustomerRequestBuilder;

// $user: your own row.
function createMaxioCustomer(object $user): object
{
    $client = AdvancedBillingClientBuilder::init()
        ->basicAuthCredentials(BasicAuthCredentialsBuilder::init(getenv('MAXIO_API_KEY'), 'x'))
        ->environment(Environment::US)
        ->site(getenv('MAXIO_SITE'))
        ->build();
    $customer = CreateCustomerBuilder::init($user->firstName, $user->lastName, $user->email)
        ->reference((string) $user->id) // the customer_key
        ->build();

    return $client->getCustomersController()
        ->createCustomer(CreateCustomerRequestBuilder::init($customer)->build())
        ->getCustomer();
}`

const java = `// com.maxio:advanced-billing-sdk
import com.maxio.advancedbilling.AdvancedBillingClient;
import com.maxio.advancedbilling.Environment;
import com.maxio.advancedbilling.authentication.BasicAuthModel;
import com.maxio.advancedbilling.models.CreateCustomer;
import com.maxio.advancedbilling.models.CreateCustomerRequest;
import com.maxio.advancedbilling.models.Customer;

public class MaxioCustomers {
    private final AdvancedBillingClient client = new AdvancedBillingClient.Builder()
        .basicAuthCredentials(new BasicAuthModel.Builder(System.getenv("MAXIO_API_KEY"), "x").build())
        .environment(Environment.US)
        .site(System.getenv("MAXIO_SITE"))
        .build();

    // customerKey: your own id.
    public Customer create(String customerKey, String firstName, String lastName, String email) throws Exception {
        CreateCustomer customer = new CreateCustomer.Builder(firstName, lastName, email)
            .reference(customerKey)
            .build();
        return client.getCustomersController()
            .createCustomer(new CreateCustomerRequest.Builder(customer).build())
            .getCustomer();
    }
}`

const go = `// go get github.com/maxio-com/ab-golang-sdk
package billing

import (
	"context"
	"os"

	advancedbilling "github.com/maxio-com/ab-golang-sdk"
	"github.com/maxio-com/ab-golang-sdk/models"
)

// customerKey: your own id.
func CreateMaxioCustomer(ctx context.Context, customerKey, firstName, lastName, email string) (models.Customer, error) {
	client := advancedbilling.NewClient(advancedbilling.CreateConfiguration(
		advancedbilling.WithEnvironment(advancedbilling.US),
		advancedbilling.WithSite(os.Getenv("MAXIO_SITE")),
		advancedbilling.WithBasicAuthCredentials(
			advancedbilling.NewBasicAuthCredentials(os.Getenv("MAXIO_API_KEY"), "x"),
		),
	))
	response, err := client.CustomersController().CreateCustomer(ctx, &models.CreateCustomerRequest{
		Customer: models.CreateCustomer{
			FirstName: firstName,
			LastName:  lastName,
			Email:     email,
			Reference: models.ToPointer(customerKey),
		},
	})
	return response.Data.Customer, err
}`

export const chargifyCustomer: Example = {
  name: 'A customer',
  about:
    "Your own id as the customer's reference. Maxio carries no partner: the sign-up is told by the script or by your server.",
  code: () => ({ node, python, ruby, php, java, go }),
}
