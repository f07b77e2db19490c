"""GitPython runs git for most of what it is asked."""
import git


async def update(path):
    repo = git.Repo(path)
    repo.git.status()  # finding: [blocking-subprocess]
    repo.git.checkout('main')  # finding: [blocking-subprocess]
    repo.git.update_environment(A='1')  # ok: runs nothing
    repo.remotes.origin.pull()  # finding: [blocking-subprocess]
    repo.remotes[0].fetch()  # finding: [blocking-subprocess]
    repo.index.add(['a'])  # finding: [blocking-file-io]
    repo.index.commit('message')  # finding: [blocking-file-io]
    for commit in repo.iter_commits('main'):  # finding: [blocking-subprocess]
        print(commit)
    return repo.working_dir  # ok
