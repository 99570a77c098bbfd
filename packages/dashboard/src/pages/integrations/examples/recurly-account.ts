/** Recurly: your own id as the code of the account, by each of Recurly's own libraries. */
import type { Example } from './example.ts'

const node = `// npm install recurly
import recurly from 'recurly'

const client = new recurly.Client(process.env.RECURLY_API_KEY)

// user: your own row.
export function createRecurlyAccount(user) {
  return client.createAccount({
    code: String(user.id), // the customer_key
    email: user.email,
  })
}`

const python = `# pip install recurly
import os

import recurly

client = recurly.Client(os.environ["RECURLY_API_KEY"])


# user: your own row.
def create_recurly_account(user):
    return client.create_account(
        {
            "code": str(user.id),  # the customer_key
            "email": user.email,
        }
    )`

const ruby = `# gem install recurly
require 'recurly'

RECURLY = Recurly::Client.new(api_key: ENV.fetch('RECURLY_API_KEY'))

# user: your own row.
def create_recurly_account(user)
  RECURLY.create_account(
    body: {
      code: user.id.to_s, # the customer_key
      email: user.email
    }
  )
end`

const php = `<?php
// composer require recurly/recurly-client
require 'vendor/autoload.php';

// $user: your own row.
function createRecurlyAccount(object $user): object
{
    $client = new \\Recurly\\Client(getenv('RECURLY_API_KEY'));

    return $client->createAccount([
        'code' => (string) $user->id, // the customer_key
        'email' => $user->email,
    ]);
}`

const java = `// com.recurly.v3:api-client
import com.recurly.v3.Client;
import com.recurly.v3.requests.AccountCreate;
import com.recurly.v3.resources.Account;

public class RecurlyAccounts {
    private final Client client = new Client(System.getenv("RECURLY_API_KEY"));

    // customerKey: your own id.
    public Account create(String customerKey, String email) {
        AccountCreate account = new AccountCreate();
        account.setCode(customerKey);
        account.setEmail(email);
        return client.createAccount(account);
    }
}`

const go = `// go get github.com/recurly/recurly-client-go/v4
package billing

import (
	"os"

	"github.com/recurly/recurly-client-go/v4"
)

// customerKey: your own id.
func CreateRecurlyAccount(customerKey, email string) (*recurly.Account, error) {
	client, err := recurly.NewClient(os.Getenv("RECURLY_API_KEY"))
	if err != nil {
		return nil, err
	}
	return client.CreateAccount(&recurly.AccountCreate{
		Code:  recurly.String(customerKey),
		Email: recurly.String(email),
	})
}`

export const recurlyAccount: Example = {
  name: 'An account',
  about:
    'Your own id as the code of the account. Recurly carries no partner: the sign-up is told by the script or by your server.',
  code: () => ({ node, python, ruby, php, java, go }),
}
