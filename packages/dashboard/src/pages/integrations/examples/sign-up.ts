/** Telling of a sign-up from a server, with the installation's own address and public key: no library is needed. */
import type { Example, OwnKeys } from './example.ts'

const node = ({ origin, publicKey }: OwnKeys) => `// PARTNERS_SECRET_KEY: the secret key that belongs to ${publicKey}
const credentials = Buffer.from(\`${publicKey}:\${process.env.PARTNERS_SECRET_KEY}\`).toString('base64')

// user: your own row. partnerKey: the cookie ps_partner_key. Nobody who came without it is told of.
export async function tellSignUp(user, partnerKey) {
  const response = await fetch('${origin}/api/v2/customers', {
    method: 'POST',
    headers: { authorization: \`Basic \${credentials}\`, 'content-type': 'application/json' },
    body: JSON.stringify({ customer_key: String(user.id), email: user.email, partner_key: partnerKey }),
  })
  if (!response.ok) throw new Error((await response.json()).message)
}`

const python = ({ origin, publicKey }: OwnKeys) => `# pip install requests
import os

import requests

# PARTNERS_SECRET_KEY: the secret key that belongs to this public key
CREDENTIALS = ("${publicKey}", os.environ["PARTNERS_SECRET_KEY"])


# user: your own row. partner_key: the cookie ps_partner_key. Nobody who came without it is told of.
def tell_sign_up(user, partner_key):
    response = requests.post(
        "${origin}/api/v2/customers",
        auth=CREDENTIALS,
        json={"customer_key": str(user.id), "email": user.email, "partner_key": partner_key},
        timeout=10,
    )
    response.raise_for_status()`

const ruby = ({ origin, publicKey }: OwnKeys) => `require 'json'
require 'net/http'

# user: your own row. partner_key: the cookie ps_partner_key. Nobody who came without it is told of.
def tell_sign_up(user, partner_key)
  uri = URI('${origin}/api/v2/customers')
  request = Net::HTTP::Post.new(uri, 'Content-Type' => 'application/json')
  # PARTNERS_SECRET_KEY: the secret key that belongs to this public key
  request.basic_auth('${publicKey}', ENV.fetch('PARTNERS_SECRET_KEY'))
  request.body = JSON.generate(customer_key: user.id.to_s, email: user.email, partner_key: partner_key)
  response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https') { |http| http.request(request) }
  raise JSON.parse(response.body)['message'] unless response.is_a?(Net::HTTPSuccess)
end`

const php = ({ origin, publicKey }: OwnKeys) => `<?php
// $user: your own row. $partnerKey: $_COOKIE['ps_partner_key']. Nobody who came without it is told of.
function tellSignUp(object $user, string $partnerKey): void
{
    $request = curl_init('${origin}/api/v2/customers');
    curl_setopt_array($request, [
        CURLOPT_POST => true,
        CURLOPT_RETURNTRANSFER => true,
        // PARTNERS_SECRET_KEY: the secret key that belongs to this public key
        CURLOPT_USERPWD => '${publicKey}:' . getenv('PARTNERS_SECRET_KEY'),
        CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
        CURLOPT_POSTFIELDS => json_encode([
            'customer_key' => (string) $user->id,
            'email' => $user->email,
            'partner_key' => $partnerKey,
        ]),
    ]);
    $answer = curl_exec($request);
    if (curl_getinfo($request, CURLINFO_RESPONSE_CODE) !== 200) {
        throw new RuntimeException($answer ?: curl_error($request));
    }
}`

const java = ({ origin, publicKey }: OwnKeys) => `// com.fasterxml.jackson.core:jackson-databind
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;

public class SignUps {
    // PARTNERS_SECRET_KEY: the secret key that belongs to this public key
    private static final String CREDENTIALS = Base64.getEncoder().encodeToString(
        ("${publicKey}:" + System.getenv("PARTNERS_SECRET_KEY")).getBytes());

    // customerKey: your own id. partnerKey: the cookie ps_partner_key. Nobody who came without it is told of.
    public void tell(String customerKey, String email, String partnerKey) throws Exception {
        String body = new ObjectMapper().writeValueAsString(
            Map.of("customer_key", customerKey, "email", email, "partner_key", partnerKey));
        HttpRequest request = HttpRequest.newBuilder(URI.create("${origin}/api/v2/customers"))
            .header("Authorization", "Basic " + CREDENTIALS)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
    }
}`

const go = ({ origin, publicKey }: OwnKeys) => `package billing

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// customerKey: your own id. partnerKey: the cookie ps_partner_key. Nobody who came without it is told of.
func TellSignUp(ctx context.Context, customerKey, email, partnerKey string) error {
	body, err := json.Marshal(map[string]string{
		"customer_key": customerKey, "email": email, "partner_key": partnerKey,
	})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, "POST", "${origin}/api/v2/customers", bytes.NewReader(body))
	if err != nil {
		return err
	}
	// PARTNERS_SECRET_KEY: the secret key that belongs to this public key
	request.SetBasicAuth("${publicKey}", os.Getenv("PARTNERS_SECRET_KEY"))
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		answer, _ := io.ReadAll(response.Body)
		return fmt.Errorf("%s: %s", response.Status, answer)
	}
	return nil
}`

export const signUp: Example = {
  name: 'The sign-up, from your server',
  about:
    'Instead of the script, or beside it: whoever it names is one customer, however often and by whichever way it is told.',
  code: (keys) => ({
    ...{ node: node(keys), python: python(keys), ruby: ruby(keys) },
    ...{ php: php(keys), java: java(keys), go: go(keys) },
  }),
}
