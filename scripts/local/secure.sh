# shellcheck shell=bash disable=SC2154 # at_home sets $home
# Keys and passwords for a local broker that asks for both, made on first use. Sourced by
# scripts/kafka, after processes.sh. All lies in $home/secure, which nobody else can read:
#
#   broker.p12         key and certificate of the broker, for 127.0.0.1 and localhost
#   broker.pem         the certificate alone, which clients trust
#   broker.secrets     what the broker reads its passwords from
#   client.properties  what a client needs, for --kafka-properties; its principal may do everything
#   feed.properties    the same for a principal that may do only what it is granted (scripts/live-acls)

random_password() { head -c 24 /dev/urandom | base64 | tr '+/' 'ab'; }

plain_login() { # name, password, more
  echo "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"$1\" password=\"$2\"$3;"
}

client_properties() { # name, password, folder of the broker's certificate
  cat <<END
security.protocol=SASL_SSL
sasl.mechanism=PLAIN
sasl.jaas.config=$(plain_login "$1" "$2" "")
ssl.truststore.type=PEM
ssl.truststore.location=$3/broker.pem
END
}

make_secrets() {
  local folder="$home/secure" store admin client feed keytool=${JAVA_HOME:+$JAVA_HOME/bin/}keytool log="$home/logs/keytool.log"
  if [ -f "$folder/feed.properties" ]; then return; fi
  command -v "$keytool" >/dev/null || fail "no $keytool, which makes the key of the broker; it comes with Java"
  rm -rf "$folder"
  mkdir -p "$home/logs"
  (
    umask 077
    mkdir -p "$folder"
    store=$(random_password)
    admin=$(random_password)
    client=$(random_password)
    feed=$(random_password)
    echo "$store" >"$folder/store.password"
    "$keytool" -genkeypair -alias broker -keyalg RSA -keysize 3072 -validity 3650 -dname CN=localhost \
      -ext san=ip:127.0.0.1,dns:localhost -storetype PKCS12 -keystore "$folder/broker.p12" -storepass:file "$folder/store.password"
    "$keytool" -exportcert -rfc -alias broker -keystore "$folder/broker.p12" -storepass:file "$folder/store.password" \
      -file "$folder/broker.pem"
    cat >"$folder/broker.secrets" <<END
store=$store
login=$(plain_login admin "$admin" " user_admin=\"$admin\" user_podflow=\"$client\" user_feed=\"$feed\"")
END
    client_properties podflow "$client" "$folder" >"$folder/client.properties"
    client_properties feed "$feed" "$folder" >"$folder/feed.properties"
  ) >"$log" 2>&1 </dev/null || { cat "$log" >&2; rm -rf "$folder"; fail "cannot make keys in $folder"; }
  rm -f "$folder/store.password"
}

# The part of the broker's settings that is about it; passwords are elsewhere.
secure_properties() {
  cat <<END
listener.security.protocol.map=BROKER:SASL_SSL,CONTROLLER:PLAINTEXT
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
# The broker talks to itself without a password, on a port of its own; nobody else comes without one.
super.users=User:admin;User:podflow;User:ANONYMOUS
sasl.enabled.mechanisms=PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
config.providers=file
config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
listener.name.broker.plain.sasl.jaas.config=\${file:$home/secure/broker.secrets:login}
ssl.keystore.type=PKCS12
ssl.keystore.location=$home/secure/broker.p12
ssl.keystore.password=\${file:$home/secure/broker.secrets:store}
ssl.truststore.type=PEM
ssl.truststore.location=$home/secure/broker.pem
END
}
