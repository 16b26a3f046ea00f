import Settings
import Systemd

/// The user's own profiles: every file of a folder that ends with `.yaml` or `.yml`.
package enum ProfileFolder {
  private static let limit = 200

  /// All of them, or everything that is wrong.
  package static func load(_ path: String) throws(ProfileError) -> [Profile] {
    let names: [String]
    do throws(SmallFile.Failure) {
      names = try RootedFolder(path).names(in: ".", limit: 10_000)
    } catch {
      throw ProfileError([
        "\(path): the folder of profiles cannot be read: \(error); make it, or leave 'profiles.folder' out"
      ])
    }
    let files = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
      .sorted()
    guard files.count <= limit else {
      throw ProfileError(["\(path): there are \(files.count) profiles; at most \(limit) are read"])
    }
    var profiles: [Profile] = []
    var problems: [String] = []
    for file in files {
      do throws(SettingsError) {
        let profile = try Profile.load(file: "\(path)/\(file)").value
        if let other = profiles.firstIndex(where: { $0.name == profile.name }) {
          problems.append(
            "\(path)/\(file):1:1: the profile '\(profile.name)' is also in '\(files[other])'; rename one of them"
          )
        }
        profiles.append(profile)
      } catch {
        problems.append(error.description)
      }
    }
    guard problems.isEmpty else { throw ProfileError(problems) }
    return profiles
  }
}
