"""What Docker's objects ask the daemon, and what they know."""
import docker


async def run(client: docker.DockerClient):
    container = client.containers.run('alpine', detach=True)  # finding: [blocking-sdk-call]
    container.name.lower()  # ok: known
    container.reload()  # finding: [blocking-sdk-call]
    container.logs()  # finding: [blocking-sdk-call]
    output = client.containers.run('alpine', 'true')  # finding: [blocking-sdk-call]
    output.decode()  # ok: bytes
    network = client.networks.get('n')  # finding: [blocking-sdk-call]
    network.connect(container)  # finding: [blocking-sdk-call]
